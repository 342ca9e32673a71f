import type { LoggedCall } from '../simulator';

/** What one request came to, as the service saw it. */
export interface Outcome {
  readonly calls: number;
  readonly deployments: number;
  /** From the request to the answer. */
  readonly seconds: number;
  /** From the end of the last operation, or from the request where none takes time; negative when the answer came first. */
  readonly secondsAfterEdge: number;
}

const DEPLOYING = [
  'CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'AttachCertificateToDistribution', 'DetachCertificateFromDistribution', 'SetIpAddressType',
];

/** Times in epoch milliseconds. */
export interface Times {
  readonly startedAt: number;
  readonly answeredAt: number;
  /** What the simulated edge takes for a change. */
  readonly edgeSeconds: number;
}

export function outcome(calls: readonly LoggedCall[], { startedAt, answeredAt, edgeSeconds }: Times): Outcome {
  const accepted = calls.filter((call) => call.outcome === 'ok');
  const ends = accepted.filter(takesTime).map(({ at }) => Date.parse(at) + edgeSeconds * 1000);
  return {
    calls: calls.length,
    deployments: accepted.filter(isDeployment).length,
    seconds: (answeredAt - startedAt) / 1000,
    secondsAfterEdge: (answeredAt - Math.max(startedAt, ...ends)) / 1000,
  };
}

const isDeployment = ({ operation }: LoggedCall) => DEPLOYING.includes(operation);

/** All others take effect at once. */
const takesTime = (call: LoggedCall) => isDeployment(call) || ['DeleteDistribution', 'ResetDistributionCache'].includes(call.operation);
