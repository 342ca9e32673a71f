/** The port to CloudFormation in one Region: what is deployed. It only reads. */
export interface CloudFormation {
  /** By its name or id; `undefined` when there is none. */
  stack(name: string): Promise<StackDescription | undefined>;
  /** All stacks of the Region. */
  stacks(): Promise<readonly StackDescription[]>;
  /** The template of the last deployment, as text. */
  template(name: string): Promise<string>;
  resources(name: string): Promise<readonly StackResource[]>;
  /** The values that stacks export, by their names. */
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
  /** Absent when its creation failed. */
  readonly physicalId?: string;
}
