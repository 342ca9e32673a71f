import { lightsail, named, NAME, refusal } from './in-process';
import { ConnectionCut } from '../../simulator';

const off = { ...named, isEnabled: false };

describe('10.14 faults that refuse a call before it has any effect', () => {
  it.each([
    [{ kind: 'throttle' }, 'ThrottlingException: Rate exceeded'],
    [{ kind: 'serverError' }, 'ServiceException: The service is unavailable'],
    [{ kind: 'accessDenied' },
      'AccessDeniedException: User: arn:aws:iam::123456789012:user/simulator is not authorized to perform: lightsail:UpdateDistribution'],
    [{ kind: 'error' }, 'InvalidInputException: The request failed: UpdateDistribution'],
    [{ kind: 'error', name: 'RegionSetupInProgressException', code: 'Setup', message: 'soon' }, 'RegionSetupInProgressException (Setup): soon'],
  ] as const)('%j', (fault, message) => {
    const { service, read } = lightsail();
    service.faults.add({ operation: 'UpdateDistribution', ...fault });
    const before = read();
    expect(refusal(() => service.call('UpdateDistribution', off))).toBe(message);
    expect(read()).toEqual(before);
    service.call('UpdateDistribution', off);
    expect(read().isEnabled).toBe(false);
  });
});

describe('10.14 lost responses', () => {
  it.each([['cutBefore', true], ['cutAfter', false]] as const)('%s leaves isEnabled %s', (kind, isEnabled) => {
    const { service, read } = lightsail();
    service.faults.add({ operation: '*', kind });
    expect(() => service.call('UpdateDistribution', off)).toThrow(new ConnectionCut(kind));
    expect(read().isEnabled).toBe(isEnabled);
    expect(service.log.all).toMatchObject([{ operation: 'UpdateDistribution', outcome: kind }]);
  });

  it('the log tells the operation of a write whose answer was lost', () => {
    const { service } = lightsail();
    service.faults.add({ operation: 'UpdateDistribution', kind: 'cutAfter' });
    expect(() => service.call('UpdateDistribution', off)).toThrow('the connection was cut after the effect');
    const [{ id }] = service.call('GetOperationsForResource', { resourceName: NAME }).operations;
    expect(service.log.all[0].operationId).toBe(id);
  });

  it('a call that was refused anyway is logged as refused, though its answer is cut off', () => {
    const { service } = lightsail();
    service.faults.add({ operation: 'UpdateDistribution', kind: 'cutAfter' });
    expect(() => service.call('UpdateDistribution', {})).toThrow(new ConnectionCut('cutAfter'));
    expect(service.log.all[0].outcome).toBe('InvalidInputException');
  });
});

describe('10.8 failed operations of calls that take no deployment', () => {
  it('tags stay as they are', () => {
    const { service, read } = lightsail();
    service.faults.add({ operation: 'TagResource', kind: 'failedOperation' });
    expect(service.call('TagResource', { resourceName: NAME, tags: [{ key: 'a' }] }).operations)
      .toMatchObject([{ status: 'Failed', isTerminal: true, errorCode: 'OperationFailed', errorDetails: 'The operation failed' }]);
    expect(read().tags).toEqual([]);
  });

  it('a certificate becomes FAILED, or is not deleted', () => {
    const { service } = lightsail();
    service.faults.add({ operation: 'CreateCertificate', kind: 'failedOperation' });
    service.faults.add({ operation: 'DeleteCertificate', kind: 'failedOperation' });
    expect(service.call('CreateCertificate', { certificateName: 'cert', domainName: 'example.com' }).certificate.certificateDetail?.status).toBe('FAILED');
    expect(service.call('DeleteCertificate', { certificateName: 'cert' }).operations).toMatchObject([{ status: 'Failed' }]);
    expect(service.call('GetCertificates', {}).certificates).toHaveLength(1);
  });
});

describe('which call meets a fault', () => {
  const outcomes = (lit: ReturnType<typeof lightsail>, operations: readonly string[]) => {
    for (const operation of operations) lit.service.answer({ operation, input: named, region: 'us-east-1' });
    return lit.service.log.all.map(({ outcome }) => outcome);
  };

  it('after lets calls through, times repeats it', () => {
    const lit = lightsail();
    lit.service.faults.add({ operation: 'GetDistributions', kind: 'throttle', after: 1, times: 2 });
    expect(lit.service.faults.all).toEqual([{ operation: 'GetDistributions', kind: 'throttle', after: 1, times: 2 }]);
    expect(outcomes(lit, ['GetDistributions', 'GetOperations', 'GetDistributions', 'GetDistributions', 'GetDistributions']))
      .toEqual(['ok', 'ok', 'ThrottlingException', 'ThrottlingException', 'ok']);
    expect(lit.service.faults.all).toEqual([]);
  });

  it('* meets every operation, the first of several faults comes first', () => {
    const lit = lightsail();
    lit.service.faults.add({ operation: '*', kind: 'throttle' });
    lit.service.faults.add({ operation: 'GetDistributions', kind: 'accessDenied' });
    expect(outcomes(lit, ['GetDistributions', 'GetDistributions', 'GetDistributions'])).toEqual(['ThrottlingException', 'AccessDeniedException', 'ok']);
  });

  it('reset clears faults, calls and everything else', () => {
    const lit = lightsail();
    lit.service.faults.add({ operation: '*', kind: 'throttle', after: 5 });
    lit.service.call('UpdateDistribution', off);
    lit.service.reset();
    expect(lit.service.faults.all).toEqual([]);
    expect(lit.service.log.all).toEqual([]);
    expect(lit.service.call('GetDistributions', {}).distributions).toEqual([]);
    expect(lit.service.call('GetOperations', {}).operations).toEqual([]);
  });
});

describe('10.16 call log', () => {
  it('has the client, the call, its time and its outcome', () => {
    const { service, clock } = lightsail();
    service.answer({ operation: 'GetDistributions', input: named, region: 'us-east-1', userAgent: 'me/1.0' });
    clock.advance(1.5);
    const { operation } = service.call('UpdateDistribution', off);
    service.answer({ operation: 'UpdateDistribution', input: off, region: 'eu-west-1' });
    expect(service.log.all).toEqual([
      { operation: 'GetDistributions', input: named, region: 'us-east-1', userAgent: 'me/1.0', at: '2026-06-01T00:00:00.000Z', outcome: 'ok' },
      { operation: 'UpdateDistribution', input: off, region: 'us-east-1', at: '2026-06-01T00:00:01.500Z', outcome: 'ok', operationId: operation.id },
      { operation: 'UpdateDistribution', input: off, region: 'eu-west-1', at: '2026-06-01T00:00:01.500Z', outcome: 'InvalidInputException' },
    ]);
  });
});
