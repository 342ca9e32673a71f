import { creation, lightsail, NAME } from './in-process';
import { LightsailService, ManualClock } from '../../simulator';

describe('a snapshot of the account', () => {
  it('has everything, as each call by name shows it, and is no call', () => {
    const { service, update } = lightsail();
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    service.seeds.seedDistribution('second');
    update({ certificateName: 'cert', useDefaultCertificate: false, defaultRootObject: 'index.html' });
    service.call('CreateBucket', { bucketName: 'site-content', bundleId: 'small_1_0' });
    service.call('TagResource', { resourceName: NAME, tags: [{ key: 'a', value: 'b' }] });
    service.log.clear();
    service.faults.add({ operation: '*', kind: 'throttle' });
    const snapshot = service.snapshot();
    expect(service.log.all).toEqual([]);
    service.faults.clear();
    expect(snapshot).toEqual({
      distributions: [NAME, 'second'].flatMap((distributionName) => service.call('GetDistributions', { distributionName }).distributions),
      certificates: service.call('GetCertificates', { includeCertificateDetails: true }).certificates,
      buckets: service.call('GetBuckets', { includeConnectedResources: true }).buckets,
      operations: service.call('GetOperations', {}).operations,
    });
    expect(snapshot).toMatchObject({
      distributions: [{ certificateName: 'cert', defaultRootObject: 'index.html', tags: [{ key: 'a', value: 'b' }] }, { name: 'second' }],
      certificates: [{ certificateName: 'cert', certificateDetail: { inUseResourceCount: 1 } }],
      buckets: [{ name: 'site-content' }],
      operations: [{ operationType: 'UpdateDistribution' }, { operationType: 'CreateBucket' }, { isTerminal: true }],
    });
  });

  it('is taken at the time of the clock', () => {
    const { service, clock } = lightsail();
    service.call('DeleteDistribution', { distributionName: NAME });
    expect(service.snapshot().distributions).toMatchObject([{ name: NAME, status: 'InProgress' }]);
    clock.advance(300);
    expect(service.snapshot()).toMatchObject({ distributions: [], operations: [{ status: 'Succeeded' }] });
  });
});

describe('in process, for thousands of schedules', () => {
  const lifeOf = (distributionName: string) => {
    let ids = 0;
    const clock = new ManualClock();
    const service = new LightsailService({ clock, newId: () => `00000000-0000-0000-0000-${String(++ids).padStart(12, '0')}` });
    service.seeds.seedOrigin(`${NAME}-origin`, { regionName: 'us-east-1', resourceType: 'Instance' });
    const calls = [
      ['CreateDistribution', creation(distributionName)],
      ['UpdateDistribution', { distributionName, isEnabled: false }],
      ['DeleteDistribution', { distributionName }],
    ] as const;
    const snapshots = calls.map(([operation, input]) => {
      service.call(operation, input);
      clock.advance(300);
      return service.snapshot();
    });
    return { snapshots, log: service.log.all };
  };

  it('the same schedule gives the same, ids and all', () => {
    expect(lifeOf('new-cdn')).toEqual(lifeOf('new-cdn'));
  });
});
