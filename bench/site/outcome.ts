import type { LoggedCall } from '../../simulator';
import { outcome, type Outcome } from '../outcome';

/** The result of one scenario of a certificate or a cache reset. */
export interface SiteOutcome extends Outcome {
  readonly route53Calls: number;
  /** The number of certificate requests. An account has a quota of 20 a year. */
  readonly certificateRequests: number;
  readonly cacheResets: number;
  /** The number of times that the user deployed the stack. */
  readonly stackDeployments: number;
  readonly secondsWithoutCertificate: number;
  readonly hasFailed: boolean;
  /**
   * From the time when the change has taken effect (the certificate is issued, the cache is reset, the edge has the change) to the response.
   * Negative if the response came first.
   */
  readonly secondsAfterEffect: number;
}

/** The calls and times that the service and the user observed. Times are in epoch milliseconds. */
export interface Seen {
  readonly calls: readonly LoggedCall[];
  readonly route53Calls: readonly string[];
  readonly startedAt: number;
  readonly answeredAt: number;
  readonly edgeSeconds: number;
  readonly issuedAt?: number;
  readonly stackDeployments?: number;
  readonly hasFailed?: boolean;
  /** The certificate requests of an earlier deployment that failed. */
  readonly formerCertificateRequests?: number;
}

export function siteOutcome(
  { calls, route53Calls, issuedAt = 0, stackDeployments = 1, hasFailed = false, formerCertificateRequests = 0, ...times }: Seen,
): SiteOutcome {
  const common = outcome(calls, times);
  return {
    ...common,
    route53Calls: route53Calls.length,
    certificateRequests: accepted(calls, 'CreateCertificate').length + formerCertificateRequests,
    cacheResets: accepted(calls, 'ResetDistributionCache').length,
    stackDeployments,
    secondsWithoutCertificate: secondsWithoutCertificate(calls),
    hasFailed,
    secondsAfterEffect: Math.min(common.secondsAfterEdge, (times.answeredAt - issuedAt) / 1000),
  };
}

/** The seconds from each detached certificate of a distribution to the next one that is attached. */
function secondsWithoutCertificate(calls: readonly LoggedCall[]): number {
  const timesOf = (operation: string) => accepted(calls, operation).map(({ at }) => Date.parse(at));
  const attachedAt = timesOf('AttachCertificateToDistribution');
  const milliseconds = timesOf('DetachCertificateFromDistribution').map((at) => (attachedAt.find((later) => later >= at) ?? Infinity) - at);
  return milliseconds.reduce((sum, one) => sum + one, 0) / 1000;
}

export function accepted(calls: readonly LoggedCall[], operation: string): readonly LoggedCall[] {
  return calls.filter((call) => call.outcome === 'ok' && call.operation === operation);
}
