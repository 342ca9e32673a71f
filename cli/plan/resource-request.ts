import type { Value, ValueObject } from '../cloudformation/value';

/** What a plan needs to know of one resource. */
export interface ResourceRequest {
  readonly logicalId: string;
  readonly path: string;
  readonly type: string;
  readonly stackId: string;
  /** In the new template, resolved; without the service token. */
  readonly properties: ValueObject;
  /** As the last deployment left it; absent for a new resource. */
  readonly deployed?: DeployedResource;
  /** `UpdateReplacePolicy: Retain`. */
  readonly retainsReplaced: boolean;
}

export interface DeployedResource {
  readonly physicalId: string;
  readonly properties: ValueObject;
}

/** The properties as CloudFormation compares them: the service token is that of the provider. */
export function withoutToken(properties: Value): ValueObject {
  const { ServiceToken: _token, ...rest } = (properties ?? {}) as ValueObject;
  return rest;
}
