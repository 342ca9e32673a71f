import type { Drift } from './model';
import { changes } from '../../lambda/distribution/changes';
import { readableSettings } from '../../lambda/distribution/parse-settings';
import { valueIfReadable } from '../../lambda/protocol/value-if-readable';
import { parseTags } from '../../lambda/tags/template-tags';
import type { DryRun } from '../dry-run/dry-run';
import { CERTIFICATE, DISTRIBUTION, DISTRIBUTION_SETTINGS } from '../resource-types';

/** A difference between the deployed and the live state. */
export type Difference = Omit<Drift, 'fate'>;

interface Deployed {
  readonly name: string;
  readonly properties: Readonly<Record<string, unknown>>;
}

const NONE = async (): Promise<readonly Difference[]> => [];
const MISSING: Difference = { setting: 'resource', deployed: 'exists' };

/** The functions by resource type. A cache reset has no state that could drift. */
const DIFFERENCES: Readonly<Record<string, (dryRun: DryRun, deployed: Deployed) => Promise<readonly Difference[]>>> = {
  [DISTRIBUTION]: ofDistribution,
  [DISTRIBUTION_SETTINGS]: ofDistribution,
  [CERTIFICATE]: ofCertificate,
};

/** Returns the differences between the deployed properties and the live state. */
export function differencesOf(type: string, dryRun: DryRun, deployed: Deployed): Promise<readonly Difference[]> {
  return (DIFFERENCES[type] ?? NONE)(dryRun, deployed);
}

async function ofDistribution(dryRun: DryRun, { name, properties }: Deployed): Promise<readonly Difference[]> {
  const live = await dryRun.distribution(name);
  if (live === undefined) return [MISSING];
  const desired = readableSettings(properties.settings);
  const certificate = desired.certificateName ? await dryRun.certificate(desired.certificateName) : undefined;
  return [
    ...changes({ desired, removed: {} }, live, certificate).map(({ setting, current, desired: deployed }) => ({ setting, deployed, live: current })),
    ...tagDifferences(properties, live.tags ?? []),
  ];
}

async function ofCertificate(dryRun: DryRun, { name, properties }: Deployed): Promise<readonly Difference[]> {
  const live = await dryRun.certificate(name);
  if (live === undefined) return [MISSING];
  const status = live.certificateDetail?.status;
  const isExpected = status === 'ISSUED' || status === 'PENDING_VALIDATION';
  return [...(isExpected ? [] : [{ setting: 'status', deployed: 'ISSUED', live: status }]), ...tagDifferences(properties, live.tags ?? [])];
}

function tagDifferences({ tags }: Deployed['properties'], live: readonly { readonly key?: string; readonly value?: string }[]): readonly Difference[] {
  const deployed = valueIfReadable(() => parseTags(tags ?? [], 'tags')) ?? [];
  return deployed.flatMap(({ key, value }) => {
    const current = live.find((tag) => tag.key === key);
    return current !== undefined && (current.value ?? '') === value ? [] : [{ setting: `tag ${key}`, deployed: value, ...(current && { live: current.value ?? '' }) }];
  });
}
