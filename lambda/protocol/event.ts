/** CloudFormation's custom resource event. A poll carries what the first call returned in `Progress`. */
export interface ResourceEvent {
  readonly RequestType: 'Create' | 'Update' | 'Delete';
  readonly RequestId: string;
  readonly ResourceType: string;
  readonly StackId: string;
  readonly LogicalResourceId: string;
  readonly PhysicalResourceId?: string;
  readonly ResourceProperties: Readonly<Record<string, unknown>>;
  readonly OldResourceProperties?: Readonly<Record<string, unknown>>;
  readonly Progress?: unknown;
}

/** Identifies the resource across stacks: the same for each request of one resource. */
export function resourceId({ StackId, LogicalResourceId }: ResourceEvent): string {
  return `${StackId}/${LogicalResourceId}`;
}
