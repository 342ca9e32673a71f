import type { Sent, SettingsPhase, Waiting } from '../../lambda/distribution/phase';
import type { Owned, Request } from '../../lambda/distribution/request';

/** A request to disable `my-cdn`, and the phases of its polls. */
export const REQUEST: Request = {
  id: 'mine',
  resource: 'stack/Cdn',
  resourceName: 'my-cdn',
  desired: { isEnabled: false },
  removed: {},
  isChange: false,
  waitForDeployment: true,
  timeoutSeconds: 3_000,
  startedAt: 1_000_000,
};

export const UNOBSERVED: SettingsPhase = { phase: 'unobserved' };
export const WAITING: Waiting = { phase: 'waiting', fenced: true, tagged: true, first: { attachesCertificate: false, changes: 'isEnabled: true -> false' } };

export const SENT: Sent = {
  phase: 'sent', fenced: false, sent: { call: 'UpdateDistribution', at: REQUEST.startedAt, operationId: 'op-1' }, first: { attachesCertificate: false, changes: 'isEnabled: true -> false' },
};

/** The same request for a distribution that the stack owns and that is new to CloudFormation. */
export const OWNED: Owned = { onExisting: 'fail', tags: [], removedTags: [], isCreate: true, isNew: true, stackRegion: 'eu-west-1' };
