/**
 * One version of each major version of Node.js that Lambda offers, on which the handler may have to run.
 *
 * The versions are exact, so that every run uses the same ones. `runtimes.test.ts` fails if Lambda offers, or the CDK selects, a major version that
 * is not here.
 */
export const NODE_VERSIONS = ['20.20.2', '22.23.3', '24.21.0'] as const;

export const NEWEST_NODE = NODE_VERSIONS[2];

export const majorOf = (version: string) => version.split('.')[0];
