import { handler } from '../../lambda';
import type { ResourceEvent } from '../../lambda/protocol/event';

const info = jest.spyOn(console, 'info');
beforeEach(() => void info.mockImplementation(() => undefined));

const failure = (ResourceProperties: unknown) =>
  handler({
    RequestType: 'Create',
    RequestId: 'request-1',
    ResourceType: 'Custom::LightsailDistributionSettings',
    StackId: 'arn:aws:cloudformation:eu-west-1:111122223333:stack/web/0b5f8a1e',
    LogicalResourceId: 'Cdn',
    ResourceProperties,
  } as ResourceEvent)
    .then(() => undefined, (error: Error) => error);
const logged = () => info.mock.calls.map(([line]) => JSON.parse(line));

test('an expected failure has a specific name and no stack trace, which would follow the message in the events of the stack', async () => {
  const message = 'distributionName: not a string, got 5; a string is allowed';
  expect(await failure({ distributionName: 5 })).toMatchObject({ name: 'InputError', message, stack: `InputError: ${message}` });
  expect(logged()).toEqual([{ event: 'failed', message }]);
});

test('an unexpected failure has its stack trace in the log only', async () => {
  const message = 'out of order';
  const properties = { get distributionName() { throw new Error(message); } };
  expect(await failure(properties)).toMatchObject({ name: 'InternalError', message, stack: `InternalError: ${message}` });
  expect(logged()).toEqual([{ event: 'failed', message, stack: expect.stringContaining('at ') }]);
});
