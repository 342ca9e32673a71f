import { invalid, lightsail, named, NAME, refusal } from './in-process';

describe('2.6 delete', () => {
  it('an enabled distribution is deleted without disabling, is there until the operation ends, and its name is taken until then', () => {
    const { service, clock } = lightsail();
    service.seeds.seedDistribution('second');
    const { operation } = service.call('DeleteDistribution', named);
    clock.advance(299);
    expect(service.call('GetDistributions', named).distributions).toMatchObject([{ name: NAME, status: 'InProgress' }]);
    expect(refusal(() => service.call('CreateCertificate', { certificateName: NAME, domainName: 'example.com' })))
      .toBe(invalid(`Some names are already in use: ${NAME}`));
    clock.advance(1);
    expect(refusal(() => service.call('GetDistributions', named))).toBe(`InvalidInputException (DoesNotExist): Requested resource not found: ${NAME}`);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toMatchObject({ status: 'Succeeded', isTerminal: true });
    service.call('CreateCertificate', { certificateName: NAME, domainName: 'example.com' });
  });

  it('deleting leaves certificate and origin', () => {
    const { service, update, clock } = lightsail();
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    update({ certificateName: 'cert', useDefaultCertificate: false });
    service.call('DeleteDistribution', named);
    clock.advance(300);
    expect(service.call('GetCertificates', { includeCertificateDetails: true }).certificates)
      .toMatchObject([{ certificateName: 'cert', certificateDetail: { inUseResourceCount: 0 } }]);
    service.seeds.seedDistribution('second');
    service.call('UpdateDistribution', { distributionName: 'second', origin: { name: `${NAME}-origin` } });
  });

  it('a delete that fails leaves the distribution as it was, Deployed again', () => {
    const { service, clock, read } = lightsail();
    service.faults.add({ operation: 'DeleteDistribution', kind: 'failedOperation' });
    const before = read();
    const { operation } = service.call('DeleteDistribution', named);
    expect(read()).toEqual({ ...before, status: 'InProgress' });
    clock.advance(300);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toMatchObject({ status: 'Failed', isTerminal: true });
    expect(read()).toEqual(before);
    service.call('DeleteDistribution', named);
    clock.advance(300);
    expect(service.snapshot().distributions).toEqual([]);
  });

  it('4.1 the last distribution of the account leaves an empty list', () => {
    const { service, clock } = lightsail();
    service.call('DeleteDistribution', named);
    clock.advance(300);
    expect(service.call('GetDistributions', named)).toEqual({ distributions: [] });
  });

  it('has ended with its operation, however long a deployment is', () => {
    const { service, clock } = lightsail({}, { operationSeconds: 10, deploymentSeconds: 20 });
    service.call('DeleteDistribution', named);
    clock.advance(10);
    expect(service.call('GetDistributions', {}).distributions).toEqual([]);
  });

  it.each([['Deleting', 'Deleting'], ['Deployed', 'Deployed'], ['', undefined]])('switch deletingStatus=%j', (deletingStatus, status) => {
    const { service, read } = lightsail({ deletingStatus });
    service.call('DeleteDistribution', named);
    expect(read().status).toBe(status);
    expect(refusal(() => service.call('DeleteDistribution', named)))
      .toBe(invalid(`The distribution ${NAME} is being changed. Please try again in a few minutes.`));
  });

  it('switch statusLagSeconds: the status says Deployed right after an accepted delete', () => {
    const { service, clock, read } = lightsail({ statusLagSeconds: 5 });
    service.call('DeleteDistribution', named);
    expect(read().status).toBe('Deployed');
    clock.advance(5);
    expect(read().status).toBe('InProgress');
  });

  it('ends a status that was held outside the stack', () => {
    const { service, read } = lightsail();
    service.seeds.changeOutsideStack(NAME, { status: 'Enabled' });
    service.call('DeleteDistribution', named);
    expect(read().status).toBe('InProgress');
  });

  it('leaves its operation in the lists', () => {
    const { service, clock } = lightsail();
    service.call('DeleteDistribution', named);
    clock.advance(300);
    expect(service.call('GetOperationsForResource', { resourceName: NAME }).operations)
      .toMatchObject([{ operationType: 'DeleteDistribution', status: 'Succeeded', isTerminal: true }]);
  });

  it.each(['NotFoundException', 'InvalidInputException'] as const)('switch operationsOfMissingResource=%s: known by the id alone', (operationsOfMissingResource) => {
    const { service, clock } = lightsail({ operationsOfMissingResource });
    const { operation } = service.call('DeleteDistribution', named);
    expect(service.call('GetOperationsForResource', { resourceName: NAME }).operations).toMatchObject([{ id: operation.id, status: 'Started' }]);
    clock.advance(300);
    expect(refusal(() => service.call('GetOperationsForResource', { resourceName: NAME })))
      .toBe(`${operationsOfMissingResource} (DoesNotExist): Requested resource not found: ${NAME}`);
    expect(service.call('GetOperation', { operationId: operation.id }).operation).toMatchObject({ status: 'Succeeded', isTerminal: true });
  });
});
