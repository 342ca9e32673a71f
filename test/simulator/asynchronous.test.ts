import { invalid, lightsail, named, NAME, refusal } from './in-process';

const off = { ...named, isEnabled: false };

describe('2.6 enable, disable', () => {
  it('isEnabled toggles by update', () => {
    const { update, read } = lightsail();
    update({ isEnabled: false });
    expect(read().isEnabled).toBe(false);
    update({ isEnabled: true });
    expect(read().isEnabled).toBe(true);
  });
});

describe('3.1 operation object', () => {
  it('is Started until it is terminal, then Succeeded', () => {
    const { service, clock } = lightsail();
    const { operation } = service.call('UpdateDistribution', off);
    const started = {
      id: expect.stringMatching(/^[0-9a-f-]{36}$/),
      resourceName: NAME,
      resourceType: 'Distribution',
      createdAt: 1780272000,
      location: { availabilityZone: 'all', regionName: 'us-east-1' },
      isTerminal: false,
      operationType: 'UpdateDistribution',
      status: 'Started',
      statusChangedAt: 1780272000,
    };
    expect(operation).toEqual(started);
    clock.advance(299.999);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toEqual(started);
    clock.advance(0.001);
    expect(service.call('GetOperation', { operationId: operation.id }).operation)
      .toEqual({ ...started, isTerminal: true, status: 'Succeeded', statusChangedAt: 1780272300 });
  });

  it('ends as Failed with errorCode and errorDetails, and the former settings are back', () => {
    const { service, clock, read } = lightsail();
    service.faults.add({ operation: 'UpdateDistribution', kind: 'failedOperation', code: 'NoCapacity', message: 'the edge is full' });
    const before = read();
    const { operation } = service.call('UpdateDistribution', off);
    expect(operation).toMatchObject({ status: 'Started', isTerminal: false });
    expect(operation).not.toHaveProperty('errorCode');
    expect(read()).toMatchObject({ isEnabled: false, status: 'InProgress' });
    clock.advance(300);
    expect(service.call('GetOperation', { operationId: operation.id }).operation)
      .toMatchObject({ status: 'Failed', isTerminal: true, errorCode: 'NoCapacity', errorDetails: 'the edge is full' });
    expect(read()).toEqual(before);
  });

  it('that has failed leaves a distribution that is Deployed and takes the next write, however long a deployment is', () => {
    const { service, clock, read } = lightsail({}, { operationSeconds: 10, deploymentSeconds: 20 });
    service.faults.add({ operation: 'UpdateDistribution', kind: 'failedOperation' });
    service.call('UpdateDistribution', off);
    clock.advance(10);
    expect(read()).toMatchObject({ status: 'Deployed', isEnabled: true });
    service.call('UpdateDistribution', off);
  });

  it('switch successStatus=Completed', () => {
    const { service, clock } = lightsail({ successStatus: 'Completed' });
    const { operation } = service.call('UpdateDistribution', off);
    clock.advance(300);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toMatchObject({ status: 'Completed', isTerminal: true });
  });

  it('switch firstOperationStatus=NotStarted: for the first half of its time', () => {
    const { service, clock } = lightsail({ firstOperationStatus: 'NotStarted' });
    const { operation } = service.call('UpdateDistribution', off);
    expect(operation.status).toBe('NotStarted');
    clock.advance(150);
    expect(service.call('GetOperation', { operationId: operation.id }).operation.status).toBe('Started');
  });

  it('switch availabilityZone', () => {
    expect(lightsail({ availabilityZone: 'us-east-1a' }).read().location).toEqual({ availabilityZone: 'us-east-1a', regionName: 'us-east-1' });
  });

  it('operations of a resource and of the account are listed oldest first', () => {
    const { service, clock } = lightsail();
    service.seeds.seedDistribution('second');
    service.call('UpdateDistribution', off);
    service.call('TagResource', { resourceName: 'second', tags: [{ key: 'a' }] });
    clock.advance(300);
    service.call('DeleteDistribution', named);
    const types = (operations: readonly { readonly operationType?: string }[]) => operations.map(({ operationType }) => operationType);
    expect(types(service.call('GetOperationsForResource', { resourceName: NAME }).operations)).toEqual(['UpdateDistribution', 'DeleteDistribution']);
    expect(types(service.call('GetOperations', {}).operations)).toEqual(['UpdateDistribution', undefined, 'DeleteDistribution']);
    expect(service.call('GetOperationsForResource', { resourceName: 'nothing' }).operations).toEqual([]);
  });

  it('an unknown operation is not found', () => {
    expect(refusal(() => lightsail().service.call('GetOperation', { operationId: 'x' })))
      .toBe('NotFoundException (DoesNotExist): Requested operation not found: x');
  });
});

describe('3.2 distribution status', () => {
  it('is InProgress for deploymentSeconds, then Deployed, whenever the operation ends', () => {
    const { service, clock, read } = lightsail({}, { operationSeconds: 10, deploymentSeconds: 20 });
    const { operation } = service.call('UpdateDistribution', off);
    clock.advance(15);
    expect(service.call('GetOperation', { operationId: operation.id }).operation.status).toBe('Succeeded');
    expect(read().status).toBe('InProgress');
    clock.advance(5);
    expect(read().status).toBe('Deployed');
  });

  it.each(['In Progress', 'IN_PROGRESS', 'Updating'])('switch inProgressStatus=%s, deployedStatus=Enabled', (inProgressStatus) => {
    const { service, clock, read } = lightsail({ inProgressStatus, deployedStatus: 'Enabled' });
    service.call('UpdateDistribution', off);
    expect(read().status).toBe(inProgressStatus);
    clock.advance(300);
    expect(read().status).toBe('Enabled');
  });

  it('switch inProgressStatus=\'\': no status at all', () => {
    const { service, read } = lightsail({ inProgressStatus: '' });
    service.call('UpdateDistribution', off);
    expect(read().status).toBeUndefined();
  });
});

describe('3.4 update during a deployment', () => {
  const busy = `The distribution ${NAME} is being changed. Please try again in a few minutes.`;

  it.each([
    ['UpdateDistribution', off],
    ['UpdateDistributionBundle', { ...named, bundleId: 'medium_1_0' }],
    ['DeleteDistribution', named],
    ['ResetDistributionCache', named],
    ['AttachCertificateToDistribution', { ...named, certificateName: 'cert' }],
    ['DetachCertificateFromDistribution', named],
    ['SetIpAddressType', { resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv4' }],
  ] as const)('%s is refused until both operation and deployment have ended', (operation, input) => {
    const { service, clock, read } = lightsail({}, { operationSeconds: 20, deploymentSeconds: 10 });
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    service.call('UpdateDistribution', named);
    const before = read();
    expect(refusal(() => service.call(operation, input))).toBe(invalid(busy));
    expect(read()).toEqual(before);
    clock.advance(19);
    expect(refusal(() => service.call(operation, input))).toBe(invalid(busy));
    clock.advance(1);
    expect(() => service.call(operation, input)).not.toThrow(busy);
  });

  it('switch busyError, busyPhrase', () => {
    const { service } = lightsail({ busyError: 'OperationFailureException', busyPhrase: 'Please wait for it to complete before trying again' });
    service.call('UpdateDistribution', off);
    expect(refusal(() => service.call('UpdateDistribution', off)))
      .toBe(`OperationFailureException: The distribution ${NAME} is being changed. Please wait for it to complete before trying again.`);
  });

  it('switch refusedWhileBusy: a delete during a deployment is accepted', () => {
    const { service, clock } = lightsail({ refusedWhileBusy: ['UpdateDistribution'] });
    service.call('UpdateDistribution', off);
    service.call('DeleteDistribution', named);
    clock.advance(300);
    expect(service.call('GetDistributions', {}).distributions).toEqual([]);
  });
});

describe('3.5 consistency', () => {
  it('switch statusLagSeconds: the status says Deployed right after an accepted update, the next write is refused all the same', () => {
    const { service, clock, read } = lightsail({ statusLagSeconds: 5 });
    service.call('UpdateDistribution', off);
    expect(read().status).toBe('Deployed');
    expect(refusal(() => service.call('UpdateDistribution', off))).toContain('Please try again');
    clock.advance(5);
    expect(read().status).toBe('InProgress');
  });

  it('switch newSettingsShown: at once, or when deployed', () => {
    const atOnce = lightsail();
    atOnce.service.call('UpdateDistribution', off);
    expect(atOnce.read().isEnabled).toBe(false);
    const late = lightsail({ newSettingsShown: 'whenDeployed' });
    late.service.call('UpdateDistribution', off);
    expect(late.read().isEnabled).toBe(true);
    late.clock.advance(300);
    expect(late.read().isEnabled).toBe(false);
    late.service.seeds.deployOutsideStack(NAME, { isEnabled: true });
    expect(late.read().isEnabled).toBe(false);
    late.clock.advance(300);
    expect(late.read().isEnabled).toBe(true);
  });

  it.each(['DeleteDistribution', 'UpdateDistribution'] as const)('the end of an old %s does not touch a distribution that has got the name since', (operation) => {
    const { service, clock, read } = lightsail();
    service.call(operation, named);
    service.seeds.removeDistribution(NAME);
    service.seeds.seedDistribution(NAME, { isEnabled: false });
    clock.advance(300);
    expect(read().isEnabled).toBe(false);
  });
});

describe('1.5 cache reset', () => {
  it('a distribution whose cache was never reset answers neither member', () => {
    expect(lightsail().service.call('GetDistributionLatestCacheReset', named)).toEqual({});
  });

  it('takes an operation and no deployment; createTime is that of the request', () => {
    const { service, clock, read } = lightsail();
    const { operation, ...reset } = service.call('ResetDistributionCache', named);
    expect(reset).toEqual({ status: 'InProgress', createTime: 1780272000 });
    expect(operation).toMatchObject({ operationType: 'ResetDistributionCache', isTerminal: false });
    expect(read().status).toBe('Deployed');
    clock.advance(300);
    expect(service.call('GetDistributionLatestCacheReset', named)).toEqual({ status: 'Completed', createTime: 1780272000 });
  });

  it('switch cacheResetInProgressStatus, cacheResetDoneStatus', () => {
    const { service, clock } = lightsail({ cacheResetInProgressStatus: 'Resetting', cacheResetDoneStatus: 'Done' });
    expect(service.call('ResetDistributionCache', named)).toMatchObject({ status: 'Resetting' });
    clock.advance(300);
    expect(service.call('GetDistributionLatestCacheReset', named)).toMatchObject({ status: 'Done' });
  });
});
