import type { Template } from './template';
import type { Value } from './value';

/** What the intrinsic functions of a template refer to. */
export interface Scope {
  readonly template: Template;
  /** Pseudo parameters, such as `AWS::Region`. */
  readonly pseudo: Readonly<Record<string, Value>>;
  parameter(name: string): Value;
  /** What `Ref` returns for a resource. */
  reference(logicalId: string): Value;
  attribute(logicalId: string, name: string): Value;
  importedValue(exportName: string): Value;
}
