/**
 * One of each major version of Node.js that Lambda offers and the handler may so have to run on.
 *
 * Exact, so that every run is about the same ones. `runtimes.test.ts` fails when Lambda offers, or CDK picks, a major version that is not here.
 */
export const NODE_VERSIONS = ['20.20.2', '22.23.3', '24.21.0'] as const;
