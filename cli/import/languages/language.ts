import type { Program } from '../code-model';

/** Prints a program in a language. */
export type Language = (program: Program) => string;

/** The name of the stack class, and the id of the stack. */
export const STACK = 'ImportedStack';

/** Collects the names to import, without duplicates. */
export class Names {
  private readonly used = new Set<string>();

  /** Records a name and returns it. */
  readonly use = (name: string): string => {
    this.used.add(name);
    return name;
  };

  get sorted(): readonly string[] {
    return [...this.used].sort();
  }
}

export const pascalCase = (name: string): string => name[0].toUpperCase() + name.slice(1);

export const snakeCase = (name: string): string => name.replace(/[A-Z]+/g, (upper) => `_${upper.toLowerCase()}`);
