// The entry point cdk-lightsail-distribution/testing. scripts/bundle-testing.mjs bundles it.
import type { AccountSeed } from './account-seed';
import type { ServiceBehaviour } from './behaviour';
import { clientEnvironment, CREDENTIALS } from './client-environment';
import { SimulatorControl } from './control-client';
import { Route53Records } from './route53-records';
import { startSimulator } from './simulator';
import { DISTRIBUTION_REGION } from './state/account';

export { SimulatorControl };
export type { AccountSeed, ServiceBehaviour };
export type { LoggedCall } from './call-log';
export type { AccountDescription } from './calls/describe-account';
export type { DistributionDescription } from './calls/describe-distribution';
export type { Fault, NewFault } from './faults';
export type { MetricSeed } from './model/metric';
export type { CertificateSeed, DistributionPatch, DnsRecordSeed, OriginSeed, TagPatch } from './model/seeds';

/** The options of a local Lightsail. All options are optional. */
export interface LocalLightsailOptions {
  /** The initial resources of the account (default: none). */
  readonly seed?: AccountSeed;
  /** The port on 127.0.0.1 (default: a free one). */
  readonly port?: number;
  /** The seconds from an accepted write to the end of its operation (default: 1). The real service takes minutes. */
  readonly operationSeconds?: number;
  /** The seconds from an accepted write to the end of the deployment to the edge (default: 1). The real service takes minutes. */
  readonly deploymentSeconds?: number;
  /** With `manual`, the clock advances only when the test calls `control.advance` (default: real). */
  readonly clock?: 'real' | 'manual';
  /** The account id, 12 digits (default: 123456789012). */
  readonly account?: string;
  /**
   * The endpoint of a local Route 53, `http://127.0.0.1:PORT`. The local Lightsail looks up the validation records of certificates there
   * (default: none, only the records of the seed and of `control.seedDnsRecord` exist).
   */
  readonly route53Endpoint?: string;
  /** The answers to open questions about the service. `simulate --help` describes all of them (default: the likelier answers). */
  readonly behaviour?: Partial<ServiceBehaviour>;
}

/** A local Lightsail that runs in this process. */
export interface LocalLightsail {
  /** The address, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Reads the account, changes it outside the API, and injects faults into calls. */
  readonly control: SimulatorControl;
  /** The options of an SDK client: `new LightsailClient(lightsail.clientOptions)`. */
  readonly clientOptions: LocalClientOptions;
  /** The environment variables that configure a child process, for example the AWS CLI or boto3, to use this local Lightsail. */
  readonly environment: Readonly<Record<string, string>>;
  /** Stops the local Lightsail, and closes the connections that clients keep open. */
  close(): Promise<void>;
}

/** The options that an SDK client needs. The local Lightsail does not check the credentials. */
export interface LocalClientOptions {
  readonly endpoint: string;
  readonly region: string;
  readonly credentials: { readonly accessKeyId: string; readonly secretAccessKey: string };
}

const DEFAULT_ACCOUNT = '123456789012';

/** Starts a local Lightsail on 127.0.0.1. It has never been compared with the real service. */
export async function startLocalLightsail(options: LocalLightsailOptions = {}): Promise<LocalLightsail> {
  const { account = DEFAULT_ACCOUNT, route53Endpoint, ...others } = options;
  const { url, control, close } = await startSimulator({
    operationSeconds: 1,
    deploymentSeconds: 1,
    ...others,
    account,
    ...(route53Endpoint !== undefined && { dnsRecords: new Route53Records(route53Endpoint, account) }),
  });
  const clientOptions = { endpoint: url, region: DISTRIBUTION_REGION, credentials: CREDENTIALS };
  return { url, control, clientOptions, environment: clientEnvironment(url), close };
}
