// The entry point cdk-lightsail-distribution/testing, which scripts/bundle-testing.mjs makes of this file.
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

/** How a local Lightsail is started; all options can be left out. */
export interface LocalLightsailOptions {
  /** What the account has at the start (default: nothing). */
  readonly seed?: AccountSeed;
  /** The port on 127.0.0.1 (default: a free one). */
  readonly port?: number;
  /** From an accepted write to the end of its operation (default: 1; the service takes minutes). */
  readonly operationSeconds?: number;
  /** From an accepted write to a distribution that is deployed (default: 1; the service takes minutes). */
  readonly deploymentSeconds?: number;
  /** A manual clock advances only by `control.advance` (default: real). */
  readonly clock?: 'real' | 'manual';
  /** The id of the account, 12 digits (default: 123456789012). */
  readonly account?: string;
  /** A local Route 53, `http://127.0.0.1:PORT`, where the validation records of certificates are looked up (default: only those of the seed exist). */
  readonly route53Endpoint?: string;
  /** How open questions about the service are answered; `simulate --help` describes all of them (default: the likelier answers). */
  readonly behaviour?: Partial<ServiceBehaviour>;
}

/** A local Lightsail that runs in this process. */
export interface LocalLightsail {
  /** The address, `http://127.0.0.1:PORT`. */
  readonly url: string;
  /** Looks into the account, changes it outside the API, and makes calls fail. */
  readonly control: SimulatorControl;
  /** The options of a client of the SDK: `new LightsailClient(lightsail.clientOptions)`. */
  readonly clientOptions: LocalClientOptions;
  /** The environment variables that point a child process at it, such as one that runs the AWS CLI or boto3. */
  readonly environment: Readonly<Record<string, string>>;
  /** Ends it, with the connections that clients keep open. */
  close(): Promise<void>;
}

/** What a client of the SDK needs. The credentials are not checked. */
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
