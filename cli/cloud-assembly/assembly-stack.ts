import type { Template } from '../cloudformation/template';

/** A template of the cloud assembly, with the templates of its nested stacks. */
export interface AssemblyTemplate {
  readonly template: Template;
  /** The paths of constructs, by logical id. */
  readonly paths: Readonly<Record<string, string>>;
  /** The templates of nested stacks, by logical id. */
  readonly nested: Readonly<Record<string, AssemblyTemplate>>;
}

/** A stack of the cloud assembly. */
export interface AssemblyStack extends AssemblyTemplate {
  /** The id of the stack with its stages, in the notation of the CDK CLI. */
  readonly id: string;
  readonly stackName: string;
  /** Absent if the app leaves the account to the environment of the CDK CLI. */
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
}
