import type { CloudFormation } from './cloudformation';
import type { Value } from './value';

/** The exports of the stacks in each Region. They are read once, and only if a stack imports a value. The plan of a stack adds its exports. */
export class ExportedValues {
  private readonly values = new Map<string, Map<string, Value>>();
  private readonly read = new Set<string>();

  constructor(private readonly cloudFormation: (region: string) => CloudFormation) {}

  /** Returns the exports of a Region. `templates` are the templates of a stack. */
  async of(region: string, templates: object): Promise<Map<string, Value>> {
    const values = this.values.get(region) ?? new Map<string, Value>();
    this.values.set(region, values);
    if (!this.read.has(region) && JSON.stringify(templates).includes('"Fn::ImportValue"')) {
      this.read.add(region);
      for (const [name, value] of await this.cloudFormation(region).exports()) if (!values.has(name)) values.set(name, value);
    }
    return values;
  }
}
