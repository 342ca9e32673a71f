import { RESET_RESOURCE, resetProperties } from './stack-of-reset';
import { Stack } from '../cloudformation';
import { inputsOf, overHttp } from '../handler-over-http';

overHttp((handler) => {
  test('a cache reset: not for a new distribution; later once, followed until it has succeeded; never at the deletion', async () => {
    const stack = new Stack(handler.host, handler.pass, 'content', RESET_RESOURCE);
    expect(await stack.create(resetProperties())).toMatchObject({ status: 'CREATE_COMPLETE', data: { status: 'not needed: new distribution' } });
    expect(await handler.calls()).toEqual(['GetDistributions']);
    await handler.simulator.control.clearCalls();

    await handler.simulator.control.fault({ operation: 'ResetDistributionCache', kind: 'cutAfter' });
    expect(await stack.update(resetProperties('v2'))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { status: 'reset' } });
    expect(inputsOf(await handler.writes())).toEqual([['ResetDistributionCache', { distributionName: 'my-cdn' }]]);
    await handler.simulator.control.clearCalls();

    expect(await stack.update(resetProperties('v3'))).toMatchObject({ status: 'UPDATE_COMPLETE', data: { status: 'reset' } });
    expect(await handler.calls()).toEqual([
      'GetDistributions', 'GetOperationsForResource', 'ResetDistributionCache', 'GetOperation', 'GetOperation', 'GetOperation', 'GetOperation',
    ]);
    await handler.simulator.control.clearCalls();

    expect(await stack.delete()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(await handler.calls()).toEqual([]);
  });
});
