import type { ResourcePlan } from './model';
import type { ResourceEvent } from '../../lambda/protocol/event';

/** The plan of a resource, by which name the rest of the template knows it afterwards, and the clean-up of the one that it replaces. */
export interface PlannedResource {
  readonly plan: ResourcePlan;
  readonly physicalId?: string;
  readonly cleanUp?: ResourceEvent;
}
