import type { Tag } from '@aws-sdk/client-lightsail';
import type { TemplateSettings } from './changes';
import type { Fenced } from '../tags/fence';

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
