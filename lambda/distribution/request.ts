import type { Tag } from '@aws-sdk/client-lightsail';
import type { TemplateSettings } from './changes';
import type { Fenced } from './fence';

/** What one Create or Update event requests. */
export interface Request extends TemplateSettings, Fenced {
  /** Name of the distribution. */
  readonly resourceName: string;
  /** The template has other settings than at the last request. A read that shows no difference may then be out of date. */
  readonly isChange: boolean;
  /** Only for a distribution that the stack owns. */
  readonly owned?: Owned;
  /** Whether success means that the deployment is complete, or only that Lightsail accepted the change. */
  readonly waitForDeployment: boolean;
  readonly timeoutSeconds: number;
}

/** What a request wants of a distribution because the stack owns it. */
export interface Owned {
  /** What to do with an existing distribution that no stack owns. */
  readonly onExisting: 'fail' | 'adopt';
  readonly tags: readonly Tag[];
  /** Tags that the template had at the last request and has no longer. */
  readonly removedTags: readonly Tag[];
  /** It is a Create: CloudFormation has no distribution for the resource yet. */
  readonly isCreate: boolean;
  /** CloudFormation does not know the distribution by this name, and learns the name only when the request has ended. */
  readonly isNew: boolean;
  readonly stackRegion: string;
}

/** In milliseconds: CloudFormation waits no longer for a custom resource. */
export const MAX_REQUEST_DURATION = 3_600_000;

/** In milliseconds: how long after it began a request may still send CreateDistribution. */
export const MAX_CREATION_DELAY = 120_000;

/** In milliseconds: how long after a request began that call may still take effect, with all its retries. */
export const CREATION_WINDOW = 300_000;

/** Whether the timeout of the request has expired. */
export function isPastDeadline({ startedAt, timeoutSeconds }: { readonly startedAt: number; readonly timeoutSeconds: number }, now: number): boolean {
  return now - startedAt >= timeoutSeconds * 1000;
}
