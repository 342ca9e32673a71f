import { CERTIFICATE } from '../../../lambda/certificate/name';
import { type CertificatePhase, parseProgress } from '../../../lambda/certificate/phase';
import { InputError } from '../../../lambda/protocol/codec';
import type { Ended } from '../../../lambda/protocol/progress';
import { eventOf } from '../one-call';

const AT = 1_780_279_200_000;
const read = (progress: object, requestType: 'Update' | 'Delete' = 'Update') =>
  parseProgress(eventOf(requestType, CERTIFICATE, { Progress: JSON.parse(JSON.stringify(progress)) }));

describe('a phase reads back as it was written', () => {
  const issuance: readonly (CertificatePhase | Ended)[] = [
    { phase: 'completed' },
    { phase: 'failed', message: 'my-cert: no' },
    { phase: 'unobserved' },
    { phase: 'creating', sent: { call: 'CreateCertificate', at: AT, operationId: 'op-1' } },
    { phase: 'creating', sent: { call: 'CreateCertificate', at: AT }, error: 'socket hang up' },
    { phase: 'validating' },
    { phase: 'validating', sent: { call: 'ChangeResourceRecordSets', at: AT } },
    { phase: 'converged' },
  ];
  const deletion: readonly (CertificatePhase | Ended)[] = [
    { phase: 'completed' },
    { phase: 'unobserved' },
    { phase: 'deleting', found: false },
    { phase: 'deleting', found: true, sent: { call: 'DeleteCertificate', at: AT, operationId: 'op-1' } },
  ];

  test.each([...issuance.map((state) => ['Update', state] as const), ...deletion.map((state) => ['Delete', state] as const)])('%s: %j', (type, state) => {
    const progress = { startedAt: AT, physicalResourceId: 'my-cert', state };
    expect(read(progress, type)).toEqual(progress);
    expect(read({ startedAt: AT, state }, type)).toEqual({ startedAt: AT, state });
  });
});

test.each<[string, 'Update' | 'Delete', object, string]>([
  ['an unknown phase', 'Update', { startedAt: AT, state: { phase: 'waiting' } },
    'event.Progress.state.phase: unknown value, got "waiting"; allowed are unobserved | creating | validating | converged'],
  ['a phase of a Delete', 'Update', { startedAt: AT, state: { phase: 'deleting', found: true } },
    'event.Progress.state.phase: unknown value, got "deleting"; allowed are unobserved | creating | validating | converged'],
  ['a phase of the other request', 'Delete', { startedAt: AT, state: { phase: 'validating' } },
    'event.Progress.state.phase: unknown value, got "validating"; allowed are unobserved | deleting'],
  ['no phase', 'Update', { startedAt: AT, state: {} },
    'event.Progress.state.phase: unknown value, got nothing; allowed are unobserved | creating | validating | converged'],
  ['a creation without its write', 'Update', { startedAt: AT, state: { phase: 'creating' } }, 'event.Progress.state.sent: missing, got nothing; it is required'],
  ['a write without its time', 'Update', { startedAt: AT, state: { phase: 'creating', sent: { call: 'CreateCertificate' } } },
    'event.Progress.state.sent.at: missing, got nothing; it is required'],
  ['a write without its call', 'Update', { startedAt: AT, state: { phase: 'validating', sent: { at: AT } } },
    'event.Progress.state.sent.call: missing, got nothing; it is required'],
  ['a call of another phase', 'Update', { startedAt: AT, state: { phase: 'creating', sent: { call: 'ChangeResourceRecordSets', at: AT } } },
    'event.Progress.state.sent.call: unknown value, got "ChangeResourceRecordSets"; allowed are CreateCertificate'],
  ['a call of a distribution', 'Delete', { startedAt: AT, state: { phase: 'deleting', found: true, sent: { call: 'DeleteDistribution', at: AT } } },
    'event.Progress.state.sent.call: unknown value, got "DeleteDistribution"; allowed are DeleteCertificate'],
  ['a time that is none', 'Update', { startedAt: AT, state: { phase: 'creating', sent: { call: 'CreateCertificate', at: 'noon' } } },
    'event.Progress.state.sent.at: not a whole number, got "noon"; a whole number of 0 or more is allowed'],
  ['an error that is no text', 'Update', { startedAt: AT, state: { phase: 'creating', sent: { call: 'CreateCertificate', at: AT }, error: { name: 'x' } } },
    'event.Progress.state.error: not a string, got {"name":"x"}; a string is allowed'],
  ['a member of another phase', 'Update', { startedAt: AT, state: { phase: 'validating', error: 'x' } },
    'event.Progress.state.error: unknown member, got "x"; allowed are sent'],
  ['a member of no phase', 'Update', { startedAt: AT, state: { phase: 'unobserved', sent: 'x' } }, 'event.Progress.state.sent: unknown member, got "x"; allowed are '],
  ['a deletion that does not say what it found', 'Delete', { startedAt: AT, state: { phase: 'deleting' } }, 'event.Progress.state.found: missing, got nothing; it is required'],
  ['a failure without a message', 'Update', { startedAt: AT, state: { phase: 'failed' } }, 'event.Progress.state.message: missing, got nothing; it is required'],
  ['a state that is no object', 'Update', { startedAt: AT, state: 'failed' }, 'event.Progress.state: not an object, got "failed"; an object is allowed'],
  ['a state that is nothing', 'Update', { startedAt: AT, state: null }, 'event.Progress.state: not an object, got null; an object is allowed'],
  ['no state', 'Update', { startedAt: AT }, 'event.Progress.state: missing, got nothing; it is required'],
  ['no time', 'Update', { state: { phase: 'converged' } }, 'event.Progress.startedAt: missing, got nothing; it is required'],
])('%s is refused', (_what, type, progress, message) => {
  expect(() => read(progress, type)).toThrow(new InputError(message));
});
