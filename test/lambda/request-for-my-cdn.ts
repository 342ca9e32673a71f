import type { Progress } from '../../lambda/event';
import type { Owned, Request } from '../../lambda/request';

/** A request that `my-cdn` be disabled, and what its first call handed to the polls. */
export const REQUEST: Request = {
  id: 'mine',
  resource: 'stack/Cdn',
  distributionName: 'my-cdn',
  desired: { isEnabled: false },
  takenOut: {},
  isChange: false,
  waitForDeployment: true,
  timeoutSeconds: 3_000,
  startedAt: 1_000_000,
};

export const PROGRESS: Progress = { startedAt: REQUEST.startedAt, complete: false, fenced: false };

/** The same for a distribution that belongs to the stack, which is new to CloudFormation. */
export const OWNED: Owned = { onExisting: 'fail', tags: [], takenOutTags: [], isFirst: true, isNew: true, stackRegion: 'eu-west-1' };
