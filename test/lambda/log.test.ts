import { log } from '../../lambda/log';

describe('one line for each entry', () => {
  const before = process.env.AWS_LAMBDA_LOG_FORMAT;
  const info = jest.spyOn(console, 'info');
  beforeEach(() => void info.mockImplementation(() => undefined));
  afterAll(() => {
    if (before === undefined) delete process.env.AWS_LAMBDA_LOG_FORMAT;
    else process.env.AWS_LAMBDA_LOG_FORMAT = before;
  });

  test.each<[string, unknown]>([
    // Lambda would wrap a text in its own JSON as a string.
    ['JSON', { event: 'sent', call: 'UpdateDistribution' }],
    ['Text', '{"event":"sent","call":"UpdateDistribution"}'],
  ])('where the function\'s log format is %s', (format, line) => {
    process.env.AWS_LAMBDA_LOG_FORMAT = format;
    log('sent', { call: 'UpdateDistribution' });
    expect(info.mock.calls).toEqual([[line]]);
  });
});
