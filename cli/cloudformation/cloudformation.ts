/** The port to CloudFormation in one Region. It only reads. */
export interface CloudFormation {
  /** Returns a stack by name or id, or `undefined` if it does not exist. */
  stack(name: string): Promise<StackDescription | undefined>;
  /** Returns all stacks of the Region. */
  stacks(): Promise<readonly StackDescription[]>;
  /** Returns the template of the last deployment, as text. */
  template(name: string): Promise<string>;
  resources(name: string): Promise<readonly StackResource[]>;
  /** Returns the values that stacks export, by name. */
  exports(): Promise<ReadonlyMap<string, string>>;
}

export interface StackDescription {
  readonly id: string;
  readonly name: string;
  readonly status: string;
  readonly parameters: Readonly<Record<string, string>>;
  readonly outputs: Readonly<Record<string, string>>;
  readonly isNested: boolean;
}

export interface StackResource {
  readonly logicalId: string;
  readonly type: string;
  /** Absent if the creation of the resource failed. */
  readonly physicalId?: string;
}
