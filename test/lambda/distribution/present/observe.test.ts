import type { LightsailDistribution, Operation } from '@aws-sdk/client-lightsail';
import type { Sent, SettingsPhase } from '../../../../lambda/distribution/phase';
import { observe } from '../../../../lambda/distribution/present/observe';
import type { Request } from '../../../../lambda/distribution/request';
import type { Lightsail } from '../../../../lambda/lightsail/lightsail';
import type { SentWrite } from '../../../../lambda/lightsail/writes';
import { FIRST_CALL, type FirstCall } from '../../../../lambda/reconcile';
import { fenceTag } from '../../../../lambda/tags/fence';
import { OWNED, REQUEST, SENT, WAITING } from '../../request-for-my-cdn';

const AT = REQUEST.startedAt;

const operation = (id: string, operationType: string, createdAt: number, status = 'Succeeded') =>
  ({ id, operationType, status, createdAt: new Date(createdAt) }) as Operation;

/** Returns the observation and the reads that were made. */
async function look(
  request: Request, phase: SettingsPhase | FirstCall, live: LightsailDistribution | undefined, operations: readonly Operation[] | Error = [],
) {
  const reads: string[] = [];
  const read = <T>(name: string, answer: T) => {
    reads.push(name);
    return Promise.resolve(answer);
  };
  const observation = await observe({
    distribution: () => read('distribution', live),
    certificate: (name) => read(`certificate ${name}`, undefined),
    operation: (wanted) => read(`operation ${wanted}`, (operations as readonly Operation[]).find(({ id }) => id === wanted)),
    operationsFor: () => (operations instanceof Error ? Promise.reject(operations) : read('operations', operations)),
  } as Partial<Lightsail> as Lightsail, request, phase);
  return { observation, reads };
}

const tags = (...sent: SentWrite[]) => [fenceTag(REQUEST, sent)];
const sent: Sent['sent'] = { call: 'UpdateDistribution', at: AT, operationId: 'op-1' };

test('a single step is followed by its operation alone until that has ended', async () => {
  const started = operation('op-1', 'UpdateDistribution', AT, 'Started');
  expect(await look(REQUEST, { ...SENT, sent }, {}, [started])).toEqual({
    observation: { kind: 'operating', operation: started }, reads: ['operation op-1'],
  });
});

test('its operation is part of the observation of a distribution that is still busy', async () => {
  const [over, live] = [operation('op-1', 'UpdateDistribution', AT), { status: 'InProgress', isEnabled: false }];
  expect(await look(REQUEST, { ...SENT, sent }, live, [over])).toEqual({
    observation: { kind: 'present', live, operation: over }, reads: ['operation op-1', 'distribution'],
  });
});

test('behind a fence nothing but the distribution is read while that is busy', async () => {
  const request = { ...REQUEST, desired: { certificateName: 'cert-1' } };
  expect((await look(request, WAITING, { status: 'InProgress', tags: tags(sent) })).reads).toEqual(['distribution']);
});

test('without waiting for the deployment an operation is read only once the distribution is ready for the next step', async () => {
  const request = { ...REQUEST, waitForDeployment: false };
  expect((await look(request, { ...SENT, sent }, { status: 'InProgress', tags: tags(sent) })).reads).toEqual(['distribution']);
  expect((await look(request, { ...SENT, sent }, { status: 'Deployed', tags: tags(sent) })).reads).toEqual(['distribution', 'operation op-1']);
});

test('a certificate is read when it is to be attached, and not when it is attached', async () => {
  const request = { ...REQUEST, desired: { certificateName: 'cert-1' } };
  expect((await look(request, FIRST_CALL, { status: 'Deployed' })).reads).toEqual(['distribution', 'certificate cert-1']);
  const attached = { status: 'Deployed', certificateName: 'cert-1', alternativeDomainNames: ['example.com'] };
  expect((await look(request, FIRST_CALL, attached)).reads).toEqual(['distribution']);
});

test('a distribution that is not there: nothing else is read for settings, the certificate for a creation, the operation while it is created', async () => {
  const missing = (request: Request, phase: SettingsPhase | FirstCall) => look(request, phase, undefined).then(({ reads }) => reads);
  const settings = { ...REQUEST, desired: { certificateName: 'cert-1' } };
  const owned = { ...settings, owned: OWNED };
  const creating: SettingsPhase = { phase: 'creating', sent: { call: 'CreateDistribution', at: AT, operationId: 'op-1' }, first: { changes: 'created' } };
  expect(await missing(settings, FIRST_CALL)).toEqual(['distribution']);
  expect(await missing(owned, FIRST_CALL)).toEqual(['distribution', 'certificate cert-1']);
  expect(await missing(settings, creating)).toEqual(['distribution']);
  expect(await missing(owned, creating)).toEqual(['distribution', 'operation op-1']);
  expect(await missing(owned, WAITING)).toEqual(['distribution']);
});

test('a certificate that may have been attached is read again, as its domain names show whether it is served', async () => {
  const request = { ...REQUEST, desired: { certificateName: 'cert-1' } };
  const attached = { status: 'Deployed', certificateName: 'cert-1', alternativeDomainNames: ['example.com'], tags: tags() };
  const read = (phase: SettingsPhase) => look(request, phase, attached).then(({ reads }) => reads);
  expect(await read({ phase: 'unobserved' })).toEqual(['distribution', 'certificate cert-1']);
  expect(await read({ ...WAITING, first: { attachesCertificate: true, changes: '' } })).toEqual(['distribution', 'certificate cert-1']);
  expect(await read({ ...WAITING, first: { changes: '' } })).toEqual(['distribution', 'certificate cert-1']);
  expect(await read(WAITING)).toEqual(['distribution']);
});

describe('what a cancelled request sent, and reads may not show yet,', () => {
  const live = { status: 'Deployed', isEnabled: false };
  const former = async (isChange: boolean, ...operations: Operation[]) => {
    const { observation, reads } = await look({ ...REQUEST, isChange }, FIRST_CALL, live, operations);
    return [observation.kind === 'present' && observation.otherOperation?.id, reads];
  };

  test('is searched where the template has changed and nothing differs', async () => {
    expect(await former(
      true,
      operation('first', 'UpdateDistribution', AT - 9_000),
      operation('last', 'SetIpAddressType', AT - 5_000, 'Started'),
      operation('none of settings', 'ResetDistributionCache', AT - 1_000),
    )).toEqual(['last', ['distribution', 'operations']]);
    expect(await former(true, operation('an hour ago', 'UpdateDistribution', AT - 3_600_000))).toEqual(['an hour ago', ['distribution', 'operations']]);
    expect(await former(true, operation('too long ago', 'UpdateDistribution', AT - 3_600_001, 'Started'))).toEqual([undefined, ['distribution', 'operations']]);
  });

  test('is not searched where a setting differs, which is written after it', async () => {
    expect((await look({ ...REQUEST, isChange: true }, FIRST_CALL, { ...live, isEnabled: true })).reads).toEqual(['distribution']);
  });

  test('is not searched where the template is the same, which is 1 read', async () => {
    expect(await former(false, operation('last', 'UpdateDistribution', AT, 'Started'))).toEqual([undefined, ['distribution']]);
  });
});

describe('the operation of a step that is only recorded', () => {
  const live = { status: 'Deployed', isEnabled: true, tags: tags({ call: 'SetIpAddressType', at: AT - 60_000 }, { call: 'UpdateDistribution', at: AT }) };
  const found = async (...operations: Operation[]) => {
    const { observation } = await look(REQUEST, WAITING, live, operations);
    return observation.kind === 'present' ? observation.operation?.id : observation.kind;
  };

  test('is the first one of its kind since the record, in whatever order they come', async () => {
    expect(await found(
      operation('later', 'UpdateDistribution', AT + 2),
      operation('first', 'UpdateDistribution', AT + 1),
      operation('last', 'UpdateDistribution', AT + 3),
      operation('another kind', 'SetIpAddressType', AT),
    )).toBe('first');
  });

  test('is not one that started later than a write can take: that is a change outside the stack', async () => {
    expect(await found(operation('250 seconds', 'UpdateDistribution', AT + 250_000))).toBe('250 seconds');
    expect(await found(operation('more', 'UpdateDistribution', AT + 250_001))).toBeUndefined();
  });

  test('counts as succeeded if the operations cannot be read: it is worse to send a write twice', async () => {
    const { observation } = await look(REQUEST, WAITING, live, Object.assign(new Error('no'), { name: 'AccessDeniedException' }));
    expect(observation).toMatchObject({ kind: 'present', operation: { operationType: 'UpdateDistribution', isTerminal: true } });
  });

  test('may be a second older than the record, as clocks differ, and no more', async () => {
    expect(await found(operation('a second', 'UpdateDistribution', AT - 1_000))).toBe('a second');
    expect(await found(operation('more', 'UpdateDistribution', AT - 1_001))).toBeUndefined();
  });
});
