import { IConstruct } from 'constructs';

/** Messages for the user; none when nothing is wrong. */
export type Findings = readonly string[];

/** What is wrong with the value of a property. */
export interface Problem {
  readonly what: string;
  readonly got: string | number;
  readonly allowed: string;
  readonly todo: string;
}

/** The one form that all messages have. */
export function finding(property: string, problem: Problem): Findings {
  return [`${property}: ${problem.what}, got ${problem.got}; ${problem.allowed}; ${problem.todo}`];
}

/** Throws all findings at once, so that nobody meets them one synthesis at a time. */
export function refuse(scope: IConstruct, findings: Findings): void {
  if (findings.length > 0) {
    throw new Error(findings.map((message) => `${scope.node.path}: ${message}`).join('\n'));
  }
}
