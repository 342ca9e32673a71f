/** The fault of one attempt of a call. */
export type Fault = 'throttle' | 'serverError' | 'cutBefore' | 'cutAfter' | 'failedOperation' | 'staleRead';

const ERRORS: { readonly [F in Fault]?: () => Error } = {
  throttle: () => named('Throttling', 'Rate exceeded'),
  serverError: () => Object.assign(named('ServiceUnavailable', 'The service is unavailable'), { $fault: 'server' }),
  cutBefore: connectionCut,
  cutAfter: connectionCut,
};

/** One attempt of a write to Route 53. It has no operation that can fail, and returns nothing that can be stale. */
export async function recordsTry(write: () => Promise<void>, fault: Fault | undefined): Promise<void> {
  const error = fault && ERRORS[fault];
  if (error === undefined || fault === 'cutAfter') await write();
  if (error !== undefined) throw error();
}

function connectionCut(): Error {
  return Object.assign(new Error('read ECONNRESET'), { code: 'ECONNRESET' });
}

function named(name: string, message: string): Error {
  return Object.assign(new Error(message), { name });
}
