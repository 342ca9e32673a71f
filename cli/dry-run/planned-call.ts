import { KNOWN_AFTER_DEPLOYMENT } from '../cloudformation/value';

/** A call that changes something, as the handler sends it. */
export interface PlannedCall {
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Lightsail refuses it, by the rules that it documents. */
  readonly isRefused: boolean;
}

/** The calls after which the edge is deployed. */
const EDGE_CALLS = new Set(['CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'AttachCertificateToDistribution', 'SetIpAddressType']);

export function edgeDeployments(calls: readonly PlannedCall[]): number {
  return calls.filter(({ call, isRefused }) => EDGE_CALLS.has(call) && !isRefused).length;
}

/** The tag that fences a request: it has the id and the times of the request in its value. */
const FENCE_KEY = /^cdk-lightsail-distribution:request:/;

/** The input without what the deployment invents: what a request writes of itself. */
export function plannedInput(input: object): PlannedCall['input'] {
  return JSON.parse(JSON.stringify(input), (_name, value: unknown) => {
    const { key } = (value ?? {}) as { readonly key?: unknown };
    return typeof key === 'string' && FENCE_KEY.test(key) ? { key, value: KNOWN_AFTER_DEPLOYMENT } : value;
  }) as PlannedCall['input'];
}
