import { ServiceBehaviour } from '../behaviour';
import { OperationFailure } from './operation';
import { Origin } from './origin';
import { CacheSettings, CustomErrorResponse, defaultCacheSettings, defaultWaf, Waf } from './settings';
import { Tag } from './tag';
import { MetricName, MetricSample } from '../model/metric';
import { TrafficSeed } from '../model/traffic';

/** The settings whose change requires a deployment. */
export interface DistributionSettings {
  readonly origin: Origin;
  readonly defaultCacheBehavior: { readonly behavior: string };
  readonly cacheBehaviorSettings: CacheSettings;
  readonly cacheBehaviors: readonly { readonly path: string; readonly behavior: string }[];
  readonly isEnabled: boolean;
  readonly viewerMinimumTlsProtocolVersion?: string;
  readonly certificateName?: string;
  readonly alternativeDomainNames: readonly string[];
  readonly defaultRootObject?: string;
  readonly customErrorResponses: readonly CustomErrorResponse[];
  readonly waf: Waf;
  readonly bundleId: string;
  /** The month of the last bundle change, for example `2026-11`. */
  readonly bundleChangedIn?: string;
  readonly ipAddressType: string;
}

/** A distribution as it is stored. Times are in milliseconds of the service's clock. */
export interface Distribution {
  readonly name: string;
  readonly arn: string;
  readonly supportCode: string;
  readonly createdAt: number;
  readonly domainName: string;
  /** The settings that the edge serves. */
  readonly deployed: DistributionSettings;
  /** The settings of the last accepted write. */
  readonly requested: DistributionSettings;
  readonly deployment?: Deployment;
  /** A status that was set outside the stack. It stays until it is set again or a deployment or deletion starts. */
  readonly heldStatus?: string;
  readonly tags: readonly Tag[];
  readonly subdomain?: Subdomain;
  /** The measured samples, by metric. */
  readonly metrics?: { readonly [M in MetricName]?: readonly MetricSample[] };
  /** What is measured where nothing was seeded. */
  readonly traffic?: TrafficSeed;
  readonly cacheReset?: { readonly createTime: number; readonly doneAt: number };
}

export interface Deployment {
  /** The time from which the status shows that a change is in progress. */
  readonly shownFrom: number;
  readonly deployedAt: number;
  /** The time from which the next write is accepted: after the deployment and its operation. */
  readonly idleAt: number;
  readonly isDeletion?: boolean;
  /** The certificate that the edge serves until the deployment is complete, even after the operation has ended. */
  readonly formerCertificateName?: string;
}

/** The subdomain that CreateDistribution creates and associates. */
export interface Subdomain {
  readonly name: string;
  readonly endsAt: number;
  readonly failure?: OperationFailure;
}

/** The service defaults for the settings that CreateDistribution leaves out. */
export function defaultSettings(origin: Origin): DistributionSettings {
  return {
    origin,
    defaultCacheBehavior: { behavior: 'cache' },
    cacheBehaviorSettings: defaultCacheSettings,
    cacheBehaviors: [],
    isEnabled: true,
    alternativeDomainNames: [],
    customErrorResponses: [],
    waf: defaultWaf,
    bundleId: 'small_1_0',
    ipAddressType: 'dualstack',
  };
}

export function statusOf({ heldStatus, deployment }: Distribution, behaviour: ServiceBehaviour, now: number): string | undefined {
  if (heldStatus !== undefined) return heldStatus;
  const inProgress = deployment !== undefined && now >= deployment.shownFrom && now < deployment.deployedAt;
  if (!inProgress) return behaviour.deployedStatus || undefined;
  return (deployment.isDeletion ? behaviour.deletingStatus : behaviour.inProgressStatus) || undefined;
}

export function isBusy({ heldStatus, deployment }: Distribution, now: number): boolean {
  if (heldStatus !== undefined) return !/^(deployed|enabled)$/i.test(heldStatus);
  return deployment !== undefined && now < deployment.idleAt;
}
