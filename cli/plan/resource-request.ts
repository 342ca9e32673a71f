import type { Value, ValueObject } from '../cloudformation/value';

/** The input for planning one resource. */
export interface ResourceRequest {
  readonly logicalId: string;
  readonly path: string;
  readonly type: string;
  readonly stackId: string;
  /** The resolved properties of the new template, without the service token. */
  readonly properties: ValueObject;
  /** The resource of the last deployment. Absent for a new resource. */
  readonly deployed?: DeployedResource;
  /** Whether the resource has `UpdateReplacePolicy: Retain`. */
  readonly retainsReplaced: boolean;
}

export interface DeployedResource {
  readonly physicalId: string;
  readonly properties: ValueObject;
}

/** Removes the service token, which belongs to the provider, from the properties to compare. */
export function withoutToken(properties: Value): ValueObject {
  const { ServiceToken: _token, ...rest } = (properties ?? {}) as ValueObject;
  return rest;
}
