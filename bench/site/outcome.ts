import type { LoggedCall } from '../../simulator';
import { outcome, type Outcome } from '../outcome';

/** What one scenario of a certificate or a cache reset came to. */
export interface SiteOutcome extends Outcome {
  readonly route53Calls: number;
  /** Of the 20 certificates that an account can request in a year. */
  readonly certificateRequests: number;
  readonly cacheResets: number;
  /** How often the user deployed the stack. */
  readonly stackDeployments: number;
  readonly secondsWithoutCertificate: number;
  readonly hasFailed: boolean;
  /**
   * From the time when what was requested has taken effect: the certificate is issued, the cache is reset, the edge has the change; negative
   * when the answer came first.
   */
  readonly secondsAfterEffect: number;
}

/** What the service and the user saw; times in epoch milliseconds. */
export interface Seen {
  readonly calls: readonly LoggedCall[];
  readonly route53Calls: readonly string[];
  readonly startedAt: number;
  readonly answeredAt: number;
  readonly edgeSeconds: number;
  readonly issuedAt?: number;
  readonly stackDeployments?: number;
  readonly hasFailed?: boolean;
  /** Those of a former deployment that failed. */
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

/** From a detached certificate of a distribution to the next one that is attached. */
function secondsWithoutCertificate(calls: readonly LoggedCall[]): number {
  const timesOf = (operation: string) => accepted(calls, operation).map(({ at }) => Date.parse(at));
  const attachedAt = timesOf('AttachCertificateToDistribution');
  const milliseconds = timesOf('DetachCertificateFromDistribution').map((at) => (attachedAt.find((later) => later >= at) ?? Infinity) - at);
  return milliseconds.reduce((sum, one) => sum + one, 0) / 1000;
}

export function accepted(calls: readonly LoggedCall[], operation: string): readonly LoggedCall[] {
  return calls.filter((call) => call.outcome === 'ok' && call.operation === operation);
}
