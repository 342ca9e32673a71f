import { ServiceBehaviour } from '../behaviour';
import { invalidInput, ServiceError } from '../errors';
import { enforceWaf } from './waf';
import { DistributionSettings } from '../state/distribution';

/** The bundles, smallest first. */
export const bundles = [
  { bundleId: 'small_1_0', name: 'Small', price: 2.5, transferPerMonthInGb: 50 },
  { bundleId: 'medium_1_0', name: 'Medium', price: 10, transferPerMonthInGb: 200 },
  { bundleId: 'large_1_0', name: 'Large', price: 35, transferPerMonthInGb: 500 },
];

/** The billing cycle of a time, for example `2026-11`. */
export function monthOf(time: number): string {
  return new Date(time).toISOString().slice(0, 7);
}

/** The bundle can change once per billing cycle. */
export function isAbleToUpdateBundle({ bundleChangedIn }: { readonly bundleChangedIn?: string }, now: number): boolean {
  return bundleChangedIn !== monthOf(now);
}

interface WithBundle {
  readonly bundleId: string;
  readonly bundleChangedIn?: string;
}

export function enforceBundleChange(behaviour: ServiceBehaviour, kind: 'distribution' | 'bucket', current: WithBundle, bundleId: string, now: number): void {
  if (bundleId === current.bundleId) throw invalidInput(`the ${kind} has the bundle ${bundleId} already`);
  if (isAbleToUpdateBundle(current, now)) return;
  throw new ServiceError(behaviour.bundleChangeError, `the bundle of a ${kind} can be changed once per billing cycle; wait until the next month starts`);
}

export function enforceBundle({ inactiveBundles }: ServiceBehaviour, bundleId: string): void {
  const active = bundles.map((bundle) => bundle.bundleId).filter((id) => !inactiveBundles.includes(id));
  if (!active.includes(bundleId)) throw invalidInput(`bundleId must be one of ${active.join(' | ')}, got ${bundleId}`);
}

export function newBundle(behaviour: ServiceBehaviour, current: DistributionSettings, bundleId: string, now: number): DistributionSettings {
  enforceBundle(behaviour, bundleId);
  enforceBundleChange(behaviour, 'distribution', current, bundleId, now);
  const rank = (id: string) => bundles.findIndex((bundle) => bundle.bundleId === id);
  if (behaviour.bundleDowngrade === 'refused' && rank(bundleId) < rank(current.bundleId)) {
    throw invalidInput(`the bundle cannot be changed to a smaller one, got ${bundleId} after ${current.bundleId}`);
  }
  enforceWaf(bundleId, current.waf);
  return { ...current, bundleId, bundleChangedIn: monthOf(now) };
}
