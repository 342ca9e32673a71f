import { DISTRIBUTION } from '../../../lambda/distribution/name';
import type { DistributionPhase } from '../../../lambda/distribution/phase';
import { parseProgress } from '../../../lambda/distribution/progress';
import { deletionPhaseOf, presentPhaseOf, UNOBSERVED } from '../../../lambda/phase';
import { InputError } from '../../../lambda/protocol/codec';
import { type Ended } from '../../../lambda/protocol/progress';
import { FIRST_CALL } from '../../../lambda/reconcile';
import { eventOf } from '../one-call';

const AT = 1_780_279_200_000;
const read = (progress: object, requestType: 'Update' | 'Delete' = 'Update') =>
  parseProgress(eventOf(requestType, DISTRIBUTION, { Progress: JSON.parse(JSON.stringify(progress)) }));
const first = { attachesCertificate: false, changes: 'isEnabled: true -> false' };

describe('a phase reads back as it was written', () => {
  const settings: readonly (DistributionPhase | Ended)[] = [
    { phase: 'completed' },
    { phase: 'failed', message: 'my-cdn: no' },
    { phase: 'unobserved' },
    { phase: 'waiting', fenced: true, tagged: false, first },
    { phase: 'waiting', fenced: false, tagged: true, first: { changes: 'nothing changed' } },
    { phase: 'sent', fenced: false, sent: { call: 'SetIpAddressType', at: AT, operationId: 'op-1' }, first },
    { phase: 'sent', fenced: true, sent: { call: 'UpdateDistribution', at: AT }, first },
    { phase: 'creating', sent: { call: 'CreateDistribution', at: AT }, error: 'socket hang up', first },
    { phase: 'converged' },
  ];
  const deletion: readonly (DistributionPhase | Ended)[] = [
    { phase: 'completed' },
    { phase: 'unobserved' },
    { phase: 'deleting', found: false },
    { phase: 'deleting', found: true, sent: { call: 'DeleteDistribution', at: AT, operationId: 'op-1' } },
  ];

  test.each([...settings.map((state) => ['Update', state] as const), ...deletion.map((state) => ['Delete', state] as const)])('%s: %j', (type, state) => {
    const progress = { startedAt: AT, physicalResourceId: 'my-cdn', state };
    expect(read(progress, type)).toEqual(progress);
    expect(read({ startedAt: AT, state }, type)).toEqual({ startedAt: AT, state });
  });
});

test.each<[string, 'Update' | 'Delete', object, string]>([
  ['an unknown phase', 'Update', { startedAt: AT, state: { phase: 'polishing' } },
    'event.Progress.state.phase: unknown value, got "polishing"; allowed are unobserved | waiting | sent | creating | converged'],
  ['a phase of the other request', 'Delete', { startedAt: AT, state: { phase: 'converged' } },
    'event.Progress.state.phase: unknown value, got "converged"; allowed are unobserved | deleting'],
  ['no phase', 'Update', { startedAt: AT, state: {} },
    'event.Progress.state.phase: unknown value, got nothing; allowed are unobserved | waiting | sent | creating | converged'],
  ['a missing member', 'Update', { startedAt: AT, state: { phase: 'waiting', tagged: true, first } }, 'event.Progress.state.fenced: missing, got nothing; it is required'],
  ['a phase without what the first call knew', 'Update', { startedAt: AT, state: { phase: 'sent', fenced: true, sent: { call: 'UpdateDistribution', at: AT } } },
    'event.Progress.state.first: missing, got nothing; it is required'],
  ['a write without its time', 'Update', { startedAt: AT, state: { phase: 'sent', fenced: true, sent: { call: 'UpdateDistribution' }, first } },
    'event.Progress.state.sent.at: missing, got nothing; it is required'],
  ['a creation without its write', 'Update', { startedAt: AT, state: { phase: 'creating', first } }, 'event.Progress.state.sent: missing, got nothing; it is required'],
  ['no description of the changes', 'Update', { startedAt: AT, state: { phase: 'waiting', fenced: true, tagged: true, first: {} } },
    'event.Progress.state.first.changes: missing, got nothing; it is required'],
  ['a deletion that does not say what it found', 'Delete', { startedAt: AT, state: { phase: 'deleting' } }, 'event.Progress.state.found: missing, got nothing; it is required'],
  ['a failure without a message', 'Update', { startedAt: AT, state: { phase: 'failed' } }, 'event.Progress.state.message: missing, got nothing; it is required'],
  ['a state that is no object', 'Update', { startedAt: AT, state: 'failed' }, 'event.Progress.state: not an object, got "failed"; an object is allowed'],
  ['a state that is nothing', 'Update', { startedAt: AT, state: null }, 'event.Progress.state: not an object, got null; an object is allowed'],
  ['a former write without its time', 'Update', { startedAt: AT, complete: false, fenced: false, sent: { call: 'UpdateDistribution' } },
    'event.Progress.sent.at: missing, got nothing; it is required'],
  ['a member of another phase', 'Update', { startedAt: AT, state: { phase: 'unobserved', fenced: true } }, 'event.Progress.state.fenced: unknown member, got true; allowed are '],
  ['a call of another phase', 'Update', { startedAt: AT, state: { phase: 'creating', sent: { call: 'UpdateDistribution', at: AT }, first } },
    'event.Progress.state.sent.call: unknown value, got "UpdateDistribution"; allowed are CreateDistribution'],
  ['no time', 'Update', { state: { phase: 'converged' } }, 'event.Progress.startedAt: missing, got nothing; it is required'],
])('%s is refused', (_what, type, progress, message) => {
  expect(() => read(progress, type)).toThrow(new InputError(message));
});

test('a phase of another goal means that nothing is known', () => {
  const deleting: DistributionPhase = { phase: 'deleting', found: true };
  const converged: DistributionPhase = { phase: 'converged' };
  const waiting: DistributionPhase = { phase: 'waiting', fenced: true, tagged: true, first };
  expect([deleting, converged, waiting, FIRST_CALL].map((phase) => presentPhaseOf(phase))).toEqual([UNOBSERVED, UNOBSERVED, waiting, FIRST_CALL]);
  expect([deleting, converged, waiting, FIRST_CALL].map((phase) => deletionPhaseOf(phase))).toEqual([deleting, UNOBSERVED, UNOBSERVED, FIRST_CALL]);
});

describe('what the handler without phases passed to polls', () => {
  const base = { startedAt: AT, complete: false, fenced: false };
  const changes = 'isEnabled: true -> false';
  const sent = { call: 'UpdateDistribution', at: AT, operationId: 'op-1' };
  const creation = { call: 'CreateDistribution', at: AT };
  const deletion = { call: 'DeleteDistribution', at: AT, operationId: 'op-1' };

  test.each<[string, object, DistributionPhase | Ended]>([
    ['complete', { complete: true }, { phase: 'completed' }],
    ['failed', { failed: 'my-cdn: no' }, { phase: 'failed', message: 'my-cdn: no' }],
    ['nothing known', {}, { phase: 'unobserved' }],
    ['settled', { found: false, settled: true }, { phase: 'converged' }],
    ['fenced and tagged', { fenced: true, tagged: true, attaches: false, changes }, { phase: 'waiting', fenced: true, tagged: true, first }],
    ['busy, and neither', { tagged: false, changes }, { phase: 'waiting', fenced: false, tagged: false, first: { changes } }],
    ['tags to be written at the end', { changes }, { phase: 'waiting', fenced: false, tagged: false, first: { changes } }],
    ['sent', { tagged: true, attaches: true, changes, sent }, { phase: 'sent', fenced: false, sent, first: { attachesCertificate: true, changes } } as DistributionPhase],
    ['sent, with the response lost', { fenced: true, tagged: true, attaches: false, changes, sent: { ...sent, operationId: undefined } },
      { phase: 'sent', fenced: true, sent: { call: 'UpdateDistribution', at: AT }, first }],
    ['created', { fenced: true, tagged: false, attaches: false, changes: 'created', sent: creation },
      { phase: 'creating', sent: creation, first: { attachesCertificate: false, changes: 'created' } } as DistributionPhase],
    ['perhaps created', { fenced: true, attaches: true, changes: 'created', sent: creation, doubt: 'socket hang up' },
      { phase: 'creating', sent: creation, error: 'socket hang up', first: { attachesCertificate: true, changes: 'created' } } as DistributionPhase],
    ['found, to be deleted', { found: true }, { phase: 'deleting', found: true }],
    ['not found', { found: false }, { phase: 'deleting', found: false }],
    ['deleted', { found: true, sent: deletion }, { phase: 'deleting', found: true, sent: deletion } as DistributionPhase],
    ['deleted, and the other one', { found: false, sent: deletion }, { phase: 'deleting', found: false, sent: deletion } as DistributionPhase],
  ])('%s', (_what, members, state) => {
    expect(read({ ...base, ...members, knownAs: 'my-cdn' })).toEqual({ startedAt: AT, physicalResourceId: 'my-cdn', state });
    expect(read({ ...base, ...members })).toStrictEqual({ startedAt: AT, state });
  });

  test('is refused if it is malformed', () => {
    expect(() => read({ ...base, fenced: 'perhaps' })).toThrow(new InputError('event.Progress.fenced: not a boolean, got "perhaps"; true or false is allowed'));
    expect(() => read({ startedAt: AT, complete: false })).toThrow(new InputError('event.Progress.fenced: missing, got nothing; it is required'));
  });
});
