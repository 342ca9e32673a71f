import { KNOWN_AFTER_DEPLOYMENT } from '../cloudformation/value';

/** A write, as the handler sends it. */
export interface PlannedCall {
  readonly call: string;
  readonly input: Readonly<Record<string, unknown>>;
  /** Whether Lightsail refuses the call by its documented rules. */
  readonly isRefused: boolean;
}

/** The calls that start a deployment to the edge. */
const EDGE_CALLS = new Set(['CreateDistribution', 'UpdateDistribution', 'UpdateDistributionBundle', 'AttachCertificateToDistribution', 'SetIpAddressType']);

export function edgeDeployments(calls: readonly PlannedCall[]): number {
  return calls.filter(({ call, isRefused }) => EDGE_CALLS.has(call) && !isRefused).length;
}

/** The key of the fence, whose value contains the id and the times of the request. */
const FENCE_KEY = /^cdk-lightsail-distribution:request:/;

/** Replaces the values that only the deployment knows: the fence of the request. */
export function plannedInput(input: object): PlannedCall['input'] {
  return JSON.parse(JSON.stringify(input), (_name, value: unknown) => {
    const { key } = (value ?? {}) as { readonly key?: unknown };
    return typeof key === 'string' && FENCE_KEY.test(key) ? { key, value: KNOWN_AFTER_DEPLOYMENT } : value;
  }) as PlannedCall['input'];
}
