import type { Route53 } from './route53';

/** Route 53, whose client is a file of its own and loaded by the first call: most functions never need it. */
export const route53: Route53 = {
  upsert: async (zones) => {
    // `import()` would need a file extension, which Jest does not resolve.
    // eslint-disable-next-line @typescript-eslint/no-require-imports
    const { upsert } = require('./client') as typeof import('./client');
    return upsert(zones);
  },
};
