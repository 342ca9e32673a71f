import type { Template } from '../cloudformation/template';

/** A template of the cloud assembly, with those of its nested stacks. */
export interface AssemblyTemplate {
  readonly template: Template;
  /** The paths of constructs, by logical id. */
  readonly paths: Readonly<Record<string, string>>;
  /** By logical id. */
  readonly nested: Readonly<Record<string, AssemblyTemplate>>;
}

/** A stack of the cloud assembly. */
export interface AssemblyStack extends AssemblyTemplate {
  /** With the stages that it is in, as the CDK CLI names it. */
  readonly id: string;
  readonly stackName: string;
  /** Absent if the app leaves it to the environment of the CDK CLI. */
  readonly account?: string;
  readonly region?: string;
  readonly parameters: Readonly<Record<string, string>>;
}
