import { runStage } from '../../demo/stage';
import { stages } from '../../demo/stages';
import { LocalAws } from '../../local-aws/local-aws';

describe('the stages of the demo', () => {
  let local: LocalAws;
  beforeAll(async () => {
    local = await LocalAws.start();
  });
  afterAll(() => local.close());

  test.each(stages)('$title', async (stage) => {
    const { findings } = await runStage(stage, local, () => {});
    expect(findings.map(({ what, found }) => ({ what, found }))).toEqual(findings.map(({ what, expected }) => ({ what, found: expected })));
  });
});
