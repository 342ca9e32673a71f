import type { Program } from '../code-model';

/** How a language prints a program. */
export type Language = (program: Program) => string;

/** The class of the stack, and its id. */
export const STACK = 'ImportedStack';

/** Names that are used once or several times: what is to be imported. */
export class Names {
  private readonly used = new Set<string>();

  /** Gives the name back. */
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
