import type { Operation } from '@aws-sdk/client-lightsail';
import { decide } from '../../../../lambda/certificate/issued/decide';
import type { Creating } from '../../../../lambda/certificate/phase';
import type { CertificateRequest } from '../../../../lambda/certificate/request';
import { FIRST_CALL } from '../../../../lambda/reconcile';
import { CREATING, NOW, OURS, REQUEST } from '../request-for-my-cert';

const creation = (status: Operation['status'], more: Partial<Operation> = {}): Operation =>
  ({ id: 'op-1', operationType: 'CreateCertificate', status, statusChangedAt: new Date(NOW), ...more });

describe('a request for a missing certificate', () => {
  const create = (request: Partial<CertificateRequest> = {}, now = NOW) => decide({ ...REQUEST, ...request }, FIRST_CALL, { kind: 'absent' }, now);

  test('sends everything in one call, and looks at once, as the validation records may be known', () => {
    const accepted: Creating = { phase: 'creating', sent: { call: 'CreateCertificate', at: NOW } };
    expect(create()).toEqual({
      kind: 'call',
      reason: 'CreateCertificate, example.com, www.example.com',
      write: { call: 'CreateCertificate', input: { certificateName: 'my-cert', domainName: 'example.com', subjectAlternativeNames: ['www.example.com'], tags: OURS } },
      recorded: [],
      changes: [],
      tags: { put: [], remove: [] },
      accepted,
      untagged: accepted,
      next: 'pass',
    });
  });

  test('sends the domain name as it is spelled, and the others without it', () => {
    expect(create({ domainName: 'WWW.Example.com' })).toMatchObject({ write: { input: { domainName: 'WWW.Example.com', subjectAlternativeNames: ['example.com'] } } });
  });

  test('sends no other domain names if there are none', () => {
    expect(create({ domainNames: ['example.com'] })).toMatchObject({ write: { input: { certificateName: 'my-cert', domainName: 'example.com', tags: OURS } } });
    expect(JSON.stringify(create({ domainNames: ['example.com'] }))).not.toContain('subjectAlternativeNames');
  });

  test('sends tags without a value later, as Lightsail refuses them here', () => {
    expect(create({ tags: [{ key: 'public', value: '' }, { key: 'team', value: 'web' }] }))
      .toMatchObject({ write: { input: { tags: [{ key: 'team', value: 'web' }, ...OURS] } } });
  });

  test('sends nothing two minutes after it began, as a later request may have started', () => {
    expect(create({}, NOW + 120_000)).toMatchObject({ kind: 'call' });
    expect(create({}, NOW + 120_001)).toEqual({
      kind: 'fail',
      message: 'my-cert: not created, got the first response of Lightsail only after 120 s; after two minutes a later request may have started; deploy again',
      cleanUp: [],
    });
  });
});

describe('a certificate that was requested and is not visible', () => {
  const wait = (operation: Operation | undefined, now = NOW, phase = CREATING) => decide(REQUEST, phase, { kind: 'absent', operation }, now);
  const requeued = (reason: string, phase = CREATING) => ({ kind: 'requeue', reason, tags: { put: [], remove: [] }, phase, untagged: phase });
  const notCreated = (cause: string) => ({
    kind: 'fail',
    message: `my-cert: CreateCertificate created no certificate, got ${cause}; its name must be unique among the Lightsail resources of the account; choose another name, or deploy again`,
    cleanUp: [],
  });

  test('is awaited while its operation is pending', () => {
    expect(wait(creation('Started'), NOW + 600_000)).toEqual(requeued('CreateCertificate operation op-1 (Started)'));
  });

  test('does not come if its operation failed', () => {
    expect(wait(creation('Failed', { errorCode: 'Full', errorDetails: 'No room' }))).toEqual({
      kind: 'fail', message: 'my-cert: CreateCertificate operation op-1 (Failed) failed: Full: No room; correct the cause and deploy again', cleanUp: [],
    });
  });

  test('is awaited for a minute after its operation ended', () => {
    expect(wait(creation('Succeeded'), NOW + 59_999)).toEqual(requeued('a read that shows the new certificate'));
    expect(wait(creation('Succeeded'), NOW + 60_000)).toEqual(notCreated('a completed operation'));
  });

  test('is awaited for a minute after the call if Lightsail has no operation', () => {
    const lost = { ...CREATING, error: 'Error: socket hang up' };
    expect(wait(undefined, NOW + 59_999, lost)).toEqual(requeued('a read that shows the new certificate', lost));
    expect(wait(undefined, NOW + 60_000, lost)).toEqual(notCreated('Error: socket hang up'));
    expect(wait(creation('Succeeded', { statusChangedAt: undefined }), NOW + 60_000)).toEqual(notCreated('a completed operation'));
  });
});
