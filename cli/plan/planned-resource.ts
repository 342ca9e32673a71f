import type { ResourcePlan } from './model';
import type { ResourceEvent } from '../../lambda/protocol/event';

/** The plan of a resource, its physical id for references in the template, and the Delete of the resource that it replaces. */
export interface PlannedResource {
  readonly plan: ResourcePlan;
  readonly physicalId?: string;
  readonly cleanUp?: ResourceEvent;
}
