import * as fc from 'fast-check';
import { creation, lightsail, named, NAME, refusal } from './in-process';
import type { ServiceBehaviour } from '../../simulator';

const stale = { operation: '*', kind: 'staleRead' } as const;
const notFound = (name: string) => `InvalidInputException (DoesNotExist): Requested resource not found: ${name}`;

function staleLightsail() {
  const lit = lightsail();
  const staleRead = (input: object = named) => {
    lit.service.faults.add({ operation: 'GetDistributions', kind: 'staleRead' });
    return lit.service.call('GetDistributions', input).distributions;
  };
  return { ...lit, staleRead };
}

describe('3.5 staleRead of GetDistributions: each distribution as it was before its last accepted change', () => {
  it('is met by one call, and is not to be reported from any other answer', () => {
    const { service, read } = lightsail();
    service.call('UpdateDistribution', { ...named, isEnabled: false });
    service.faults.add({ operation: 'GetDistributions', kind: 'staleRead', after: 1 });
    const seen = [1, 2, 3].map(() => service.call('GetDistributions', named).distributions[0]);
    expect(seen).toEqual([read(), { ...read(), isEnabled: true, status: 'Deployed' }, read()]);
    expect(service.log.all.map(({ outcome }) => outcome)).toEqual(['ok', 'ok', 'ok', 'ok']);
  });

  it('an update', () => {
    const { staleRead, update, read } = staleLightsail();
    const before = read();
    update({ isEnabled: false });
    expect(staleRead()).toEqual([before]);
    expect(staleRead()).toEqual([before]);
  });

  it('one step and not two', () => {
    const { staleRead, update, read } = staleLightsail();
    update({ isEnabled: false });
    const between = read();
    update({ defaultRootObject: 'index.html' });
    expect(staleRead()).toEqual([between]);
  });

  it('a change in the middle of a deployment: what it looked like then', () => {
    const { service, clock, staleRead, read } = staleLightsail();
    service.call('UpdateDistribution', { ...named, isEnabled: false });
    const inProgress = read();
    service.call('TagResource', { resourceName: NAME, tags: [{ key: 'a', value: 'b' }] });
    clock.advance(300);
    expect(read()).toMatchObject({ status: 'Deployed', tags: [{ key: 'a', value: 'b' }] });
    expect(staleRead()).toEqual([inProgress]);
  });

  it('a creation: absent', () => {
    const { service, staleRead, read } = staleLightsail();
    service.call('CreateDistribution', creation('new-cdn'));
    service.faults.add({ operation: 'GetDistributions', kind: 'staleRead' });
    expect(refusal(() => service.call('GetDistributions', { distributionName: 'new-cdn' }))).toBe(notFound('new-cdn'));
    expect(staleRead({}).map(({ name }) => name)).toEqual([NAME]);
    expect(read('new-cdn').status).toBe('InProgress');
  });

  it('a creation in an account that has no other: an empty list', () => {
    const { service, staleRead } = staleLightsail();
    service.reset();
    service.seeds.seedOrigin(`${NAME}-origin`, { regionName: 'us-east-1', resourceType: 'Instance' });
    service.call('CreateDistribution', creation('new-cdn'));
    expect(staleRead({ distributionName: 'new-cdn' })).toEqual([]);
  });

  it('a deletion: present, while it lasts and after it', () => {
    const { service, clock, staleRead, read } = staleLightsail();
    const before = read();
    service.call('DeleteDistribution', named);
    expect(staleRead()).toEqual([before]);
    clock.advance(300);
    expect(staleRead()).toEqual([before]);
    expect(staleRead({}).map(({ name }) => name)).toEqual([NAME]);
    expect(service.call('GetDistributions', named).distributions).toEqual([]);
  });

  it('a new distribution with the name of a former one: absent', () => {
    const { service, clock, staleRead } = staleLightsail();
    service.call('DeleteDistribution', named);
    clock.advance(300);
    service.call('CreateDistribution', creation(NAME));
    expect(staleRead()).toEqual([]);
  });

  it('a call that was refused is no change', () => {
    const { service, staleRead, update, read } = staleLightsail();
    const before = read();
    update({ isEnabled: false });
    expect(refusal(() => service.call('UpdateDistribution', { ...named, origin: { name: 'nowhere' } }))).toContain('nowhere');
    expect(staleRead()).toEqual([before]);
  });

  it('what a change outside the stack does is a change, and a seed has no past', () => {
    const { service, staleRead, read } = staleLightsail();
    const seeded = read();
    expect(staleRead()).toEqual([seeded]);
    service.seeds.tagOutsideStack(NAME, { a: 'b' });
    expect(staleRead()).toEqual([seeded]);
    service.seeds.removeDistribution(NAME);
    expect(staleRead()).toMatchObject([{ tags: [{ key: 'a', value: 'b' }] }]);
    service.seeds.seedDistribution(NAME);
    expect(staleRead()).toEqual([read()]);
  });
});

it('law: whatever happens, a stale read answers what a read before the last accepted change has answered', () => {
  const create = ['CreateDistribution', creation(NAME)] as const;
  const step = fc.oneof(
    fc.constantFrom(
      create,
      create,
      ['DeleteDistribution', named] as const,
      ['UntagResource', { resourceName: NAME, tagKeys: ['k'] }] as const,
      ['SetIpAddressType', { resourceType: 'Distribution', resourceName: NAME, ipAddressType: 'ipv4' }] as const,
    ),
    fc.boolean().map((isEnabled) => ['UpdateDistribution', { ...named, isEnabled }] as const),
    fc.nat(9).map((value) => ['TagResource', { resourceName: NAME, tags: [{ key: 'k', value: String(value) }] }] as const),
  );
  const wait = fc.constantFrom(0, 0, 100, 300);
  fc.assert(fc.property(fc.array(fc.tuple(step, wait, fc.boolean()), { maxLength: 30 }), (schedule) => {
    const { service, clock } = lightsail();
    const answer = (operation: string, input: object = named) => service.answer({ operation, input, region: 'us-east-1' });
    let formerly = answer('GetDistributions');
    for (const [[operation, input], seconds, fails] of schedule) {
      if (fails) service.faults.add({ operation, kind: 'failedOperation' });
      const before = answer('GetDistributions');
      const isAccepted = !('error' in answer(operation, input));
      // A failed change of tags changes nothing. A failed deployment was visible.
      const isNoChange = fails && operation.endsWith('agResource');
      if (isAccepted && !isNoChange) formerly = before;
      clock.advance(seconds);
      service.faults.add({ operation: 'GetDistributions', kind: 'staleRead' });
      expect(answer('GetDistributions')).toEqual(formerly);
    }
  }));
});

describe('3.5 staleRead of GetCertificates: each certificate as it was before its last accepted change, or before its status changed', () => {
  const byName = { certificateName: 'cert' };
  const requested = (behaviour: Partial<ServiceBehaviour> = {}) => {
    const lit = lightsail(behaviour);
    lit.service.call('CreateCertificate', { ...byName, domainName: 'example.com' });
    const read = () => lit.service.call('GetCertificates', byName).certificates;
    const staleRead = () => {
      lit.service.faults.add({ operation: 'GetCertificates', kind: 'staleRead' });
      return read();
    };
    const createRecord = () => {
      const { name, value } = read()[0].certificateDetail!.domainValidationRecords[0].resourceRecord;
      lit.service.seeds.seedDnsRecord(name, { value });
    };
    return { ...lit, read, staleRead, createRecord };
  };

  it('a request: absent', () => {
    const { staleRead, read } = requested();
    expect(staleRead()).toEqual([]);
    expect(read()).toHaveLength(1);
  });

  it('switch missingCertificateOnRead=NotFoundException: a request is not found', () => {
    const { staleRead } = requested({ missingCertificateOnRead: 'NotFoundException' });
    expect(refusal(staleRead)).toBe('NotFoundException (DoesNotExist): Requested resource not found: cert');
  });

  it('tags: those before', () => {
    const { service, staleRead, read } = requested();
    service.call('TagResource', { resourceName: 'cert', tags: [{ key: 'a', value: 'b' }] });
    expect(staleRead()).toMatchObject([{ tags: [] }]);
    expect(read()).toMatchObject([{ tags: [{ key: 'a', value: 'b' }] }]);
  });

  it('issued: pending, although the request was the last accepted change', () => {
    const { clock, staleRead, read, createRecord } = requested({ issueSeconds: 15 });
    createRecord();
    read();
    expect(staleRead()).toEqual([]);
    clock.advance(15);
    expect(read()).toMatchObject([{ certificateDetail: { status: 'ISSUED' } }]);
    expect(staleRead()).toMatchObject([{ certificateDetail: { status: 'PENDING_VALIDATION' } }]);
  });

  it('a deletion: present', () => {
    const { service, staleRead, read } = requested();
    const before = read();
    service.call('DeleteCertificate', byName);
    expect(staleRead()).toEqual(before);
    expect(read()).toEqual([]);
  });

  it('attached and detached: in use as the distribution looks', () => {
    const { service, clock, staleRead, read, createRecord, update } = requested();
    const count = ([{ certificateDetail }]: ReturnType<typeof read>) => certificateDetail!.inUseResourceCount;
    createRecord();
    read();
    service.call('TagResource', { resourceName: 'cert', tags: [] });
    update({ certificateName: 'cert', useDefaultCertificate: false });
    expect([count(read()), count(staleRead())]).toEqual([1, 0]);
    service.call('UpdateDistribution', { ...named, useDefaultCertificate: true });
    clock.advance(300);
    expect([count(read()), count(staleRead())]).toEqual([0, 1]);
  });

  it('a seed has no past', () => {
    const { service, staleRead, read } = requested();
    service.seeds.seedCertificate('cert', { domainName: 'example.com' });
    expect(staleRead()).toEqual(read());
  });
});

describe('3.5 staleRead of operations: one step behind with the newest', () => {
  it('GetOperation: unknown, then Started', () => {
    const { service, clock } = lightsail();
    const { operation } = service.call('UpdateDistribution', named);
    const byId = { operationId: operation.id };
    service.faults.add(stale);
    expect(refusal(() => service.call('GetOperation', byId))).toBe(`NotFoundException (DoesNotExist): Requested operation not found: ${operation.id}`);
    clock.advance(300);
    service.faults.add(stale);
    expect(service.call('GetOperation', byId).operation).toEqual(operation);
    expect(service.call('GetOperation', byId).operation.status).toBe('Succeeded');
  });

  it('GetOperationsForResource, GetOperations: not listed, then Started; the others are as they are', () => {
    const { service, clock, update } = lightsail();
    const first = update({ isEnabled: false });
    const { operation: second } = service.call('UpdateDistribution', named);
    const statuses = (operation: 'GetOperations' | 'GetOperationsForResource') => {
      service.faults.add({ operation, kind: 'staleRead' });
      return service.call(operation, { resourceName: NAME }).operations.map(({ id, status }) => [id, status]);
    };
    expect(statuses('GetOperations')).toEqual([[first.id, 'Succeeded']]);
    expect(statuses('GetOperationsForResource')).toEqual([[first.id, 'Succeeded']]);
    clock.advance(300);
    expect(statuses('GetOperations')).toEqual([[first.id, 'Succeeded'], [second.id, 'Started']]);
    expect(statuses('GetOperationsForResource')).toEqual([[first.id, 'Succeeded'], [second.id, 'Started']]);
  });

  it('one that ended at once is not there yet', () => {
    const { service } = lightsail();
    service.call('TagResource', { resourceName: NAME, tags: [] });
    service.faults.add(stale);
    expect(service.call('GetOperationsForResource', { resourceName: NAME }).operations).toEqual([]);
  });
});

it('staleRead leaves a write as it is', () => {
  const { service, read } = lightsail();
  service.faults.add(stale);
  service.call('UpdateDistribution', { ...named, isEnabled: false });
  expect(read()).toMatchObject({ isEnabled: false, status: 'InProgress' });
  expect(service.faults.all).toEqual([]);
});
