import type { Template } from './template';
import type { Value } from './value';

/** Resolves the references of the intrinsic functions of a template. */
export interface Scope {
  readonly template: Template;
  /** The pseudo parameters, for example `AWS::Region`. */
  readonly pseudo: Readonly<Record<string, Value>>;
  parameter(name: string): Value;
  /** Returns the value of `Ref` for a resource. */
  reference(logicalId: string): Value;
  attribute(logicalId: string, name: string): Value;
  importedValue(exportName: string): Value;
}
