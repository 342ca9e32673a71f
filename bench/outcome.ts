import type { LoggedCall } from '../simulator';

/** The result of one request, as the service observed it. */
export interface Outcome {
  readonly calls: number;
  readonly deployments: number;
  /** From the request to the response. */
  readonly seconds: number;
  /** From the end of the last operation, or from the request if no operation takes time. Negative if the response came first. */
  readonly secondsAfterEdge: number;
}

const DEPLOYING = [
  'CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'AttachCertificateToDistribution', 'DetachCertificateFromDistribution', 'SetIpAddressType',
];

/** Times in epoch milliseconds. */
export interface Times {
  readonly startedAt: number;
  readonly answeredAt: number;
  /** The seconds that the simulated edge needs for a change. */
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

/** Whether the call starts an operation that takes time. All other calls take effect at once. */
const takesTime = (call: LoggedCall) => isDeployment(call) || ['DeleteDistribution', 'ResetDistributionCache'].includes(call.operation);
