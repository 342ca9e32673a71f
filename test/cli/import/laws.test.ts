import * as fc from 'fast-check';
import { compiled, type Printed } from './compiled';
import { FULL, liveOf, seeded } from './examples';
import { anyLive } from './live-distributions';
import { propertiesOf } from './properties';
import { typescript } from '../../../cli/import/languages/typescript';
import { type Kind, programOf } from '../../../cli/import/live-to-program';
import type { Live } from '../../../cli/import/settings-to-code';
import { changes } from '../../../lambda/distribution/changes';
import { parseSettings } from '../../../lambda/distribution/parse-settings';
import { handle } from '../../../lambda/handle';
import { parseTags, tagWrites } from '../../../lambda/tags/template-tags';
import type { LightsailService } from '../../../simulator';
import { acceptableSettings } from '../../lambda/arbitraries';
import { invocation } from '../../lambda/hosts';
import { Waiter } from '../../lambda/provider-framework';
import { readBack } from '../../lambda/read-back';
import { contextOf, simulatedLightsail } from '../../lambda/simulated-lightsail';

const KINDS: readonly Kind[] = ['Distribution', 'DistributionSettings'];
const SAMPLES = 40;

/** Distributions in one stack, with different names. */
const anyStack = fc.uniqueArray(anyLive, { minLength: 1, maxLength: 4, selector: ({ distribution }) => distribution.name });

/** The states of a distribution that the simulator accepts, with all resources that they refer to. */
const anyService = acceptableSettings.map((settings) => {
  const service = seeded({ 'my-cdn': { origin: { resourceType: 'Bucket' } } });
  for (const name of ['cert-1', 'cert-2']) service.seeds.seedCertificate(name, { domainName: `${name}.example.com` });
  service.seeds.changeOutsideStack('my-cdn', { ...readBack(settings), tags: [{ key: 'team', value: 'web' }] } as Parameters<LightsailService['seeds']['changeOutsideStack']>[1]);
  return service;
});

const samples = KINDS.flatMap((kind) => [
  ...fc.sample(anyStack, { numRuns: SAMPLES, seed: 1 }).map((lives) => ({ kind, lives })),
  ...fc.sample(anyService, { numRuns: SAMPLES, seed: 1 }).concat(seeded({ 'my-cdn': FULL })).map((service) => ({ kind, service, lives: [liveOf(service, 'my-cdn')] })),
]) as readonly { readonly kind: Kind; readonly lives: readonly Live[]; readonly service?: LightsailService }[];

/** All programs are compiled at once, because the types of the CDK take most of the time. Fails if one of them does not compile. */
let printed: readonly Printed[];
beforeAll(() => {
  printed = compiled(samples.map(({ kind, lives }) => typescript(programOf(lives, kind).program)));
});

describe.each(KINDS)('the code printed as %s', (kind) => {
  test('compiles, synthesizes, and differs from none of the live distributions, whatever they are', () => {
    samples.forEach(({ lives, ...sample }, index) => {
      if (sample.kind !== kind) return;
      const resources = propertiesOf(printed[index]);
      expect(resources.map(({ distributionName }) => distributionName).sort()).toEqual(lives.map(({ distribution }) => distribution.name).sort());
      for (const { distributionName, settings, tags = [] } of resources) {
        const { distribution, certificate } = lives.find((live) => live.distribution.name === distributionName)!;
        expect(changes({ desired: parseSettings(settings), removed: {} }, distribution, certificate)).toEqual([]);
        expect(tagWrites(parseTags(tags, 'tags'), [], distribution)).toEqual({ put: [], remove: [] });
      }
    });
  });

  test('lets the handler write nothing but the tags of the owner', async () => {
    jest.spyOn(console, 'info').mockImplementation(() => undefined);
    for (const [index, { kind: printedKind, service }] of samples.entries()) {
      if (printedKind !== kind || service === undefined) continue;
      const before = service.seeds.distribution('my-cdn');
      const [properties] = propertiesOf(printed[index]);
      const context = contextOf(simulatedLightsail(service), () => Date.now());
      const host = { invoke: (event: object) => invocation(handle(context, JSON.parse(JSON.stringify(event)) as Parameters<typeof handle>[1])) };
      service.log.clear();
      const { status } = await new Waiter(host, { type: 'Create', properties, resourceType: `Custom::Lightsail${kind}` }).run(() => undefined);
      expect(status).toBe('SUCCESS');
      const writes = service.log.all.map(({ operation }) => operation).filter((operation) => !operation.startsWith('Get'));
      expect([...new Set(writes)]).toEqual(kind === 'Distribution' ? ['TagResource'] : []);
      const { tags, ...settings } = service.seeds.distribution('my-cdn');
      expect({ ...settings, tags: tags.filter(({ key }) => key !== 'cdk-lightsail-distribution:owner') }).toEqual(before);
    }
  });
});
