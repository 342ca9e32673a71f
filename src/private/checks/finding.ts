import { IConstruct } from 'constructs';

/** Messages for the user, one for each problem. */
export type Findings = readonly string[];

/** A problem with the value of a property. */
export interface Problem {
  readonly what: string;
  readonly got: string | number;
  readonly allowed: string;
  readonly todo: string;
}

/** Formats a message. All messages of the constructs have this format. */
export function finding(property: string, problem: Problem): Findings {
  return [`${property}: ${problem.what}, got ${problem.got}; ${problem.allowed}; ${problem.todo}`];
}

/** Throws one error with all findings on a construct, or on the method with this name, so that users can correct them all before the next synthesis. */
export function refuse(at: IConstruct | string, findings: Findings): void {
  if (findings.length > 0) {
    const place = typeof at === 'string' ? at : at.node.path;
    throw new Error(findings.map((message) => `${place}: ${message}`).join('\n'));
  }
}
