import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { EDGE_SECONDS } from './edge-seconds';
import { invocation } from './invocation';
import { LiveCopy } from './live-copy';
import type { PlannedCall } from './planned-call';
import { type Response, Waiter } from './provider-framework';
import { recordedPorts } from './recorded-ports';
import { contextOf } from './simulated-lightsail';
import { CERTIFICATE, certificateNameOf } from '../../lambda/certificate/name';
import type { Change } from '../../lambda/distribution/changes';
import { handle } from '../../lambda/handle';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { LightsailService, ManualClock } from '../../simulator';
import type { LiveAccount } from '../live/live-account';

/** The result of the handler for one request of CloudFormation. */
export interface Run {
  readonly response: Response;
  readonly calls: readonly PlannedCall[];
  /** The setting changes that the handler decided, without duplicates. */
  readonly changes: readonly Change[];
  /** Whether the dry run issued a certificate on the assumption that its validation records are created. */
  readonly assumesValidation: boolean;
}

/** An origin that a dry run cannot read and assumes to exist. */
export interface AssumedOrigin {
  readonly name: string;
  readonly regionName: string;
  readonly resourceType: 'Instance' | 'Bucket';
}

const POLL_SECONDS = 30;
/** Long enough for the handler to wait for the issue, and shorter than any timeout. */
const ISSUE_SECONDS = 60;

/** More polls than the provider framework makes. */
const MAX_POLLS = 7_200 / POLL_SECONDS;

/** Runs the handler on a copy of the live account. It determines the calls of a deployment without delay and without effect. */
export class DryRun {
  static async of(live: LiveAccount, now: number): Promise<DryRun> {
    const clock = new ManualClock(new Date(now));
    const behaviour = { issueSeconds: ISSUE_SECONDS };
    const service = new LightsailService({ clock, operationSeconds: EDGE_SECONDS, deploymentSeconds: EDGE_SECONDS, behaviour });
    return new DryRun(service, clock, await LiveCopy.of(live, service, () => clock.now()));
  }

  private constructor(private readonly service: LightsailService, private readonly clock: ManualClock, private readonly copy: LiveCopy) {}

  /** Returns the current state of a distribution, after all requests so far. */
  distribution(name: string): Promise<LightsailDistribution | undefined> {
    return this.copy.distribution(name);
  }

  certificate(name: string): Promise<CertificateSummary | undefined> {
    return this.copy.ports.certificate(name);
  }

  /** Adds an origin that a template names. Only Lightsail knows whether it exists, so the plan assumes that it does. */
  assumeOrigin({ name, regionName, resourceType }: AssumedOrigin): void {
    const isKnown = this.service.snapshot().distributions.some(({ origin }) => origin.name === name && origin.regionName === regionName);
    if (isKnown) return;
    try {
      this.service.seeds.seedOrigin(name, { regionName: regionName as 'us-east-1', resourceType });
    } catch {
      // Lightsail has no such name or Region. The handler reports the refusal.
    }
  }

  /** Runs one request until it ends. */
  async run(event: ResourceEvent): Promise<Run> {
    const calls: PlannedCall[] = [];
    const changes = new Map<string, Change>();
    const context = contextOf(recordedPorts(this.copy.ports, calls), () => this.clock.now(), (_event, { kind, changes: decided }) => {
      const ofSettings = kind === 'call' ? (decided as readonly Change[]).filter((change) => 'setting' in change) : [];
      for (const change of ofSettings) if (!changes.has(change.setting)) changes.set(change.setting, change);
    });
    const waiter = new Waiter({ invoke: (one) => invocation(handle(context, JSON.parse(JSON.stringify(one)))) }, event);
    let response = await waiter.start();
    const isCertificate = response === undefined && event.ResourceType === CERTIFICATE;
    const assumesValidation = isCertificate && this.createValidationRecords(String(certificateNameOf(event)));
    for (let polls = 0; response === undefined && polls < MAX_POLLS; polls += 1) {
      response = await waiter.poll();
      if (response === undefined) this.clock.advance(POLL_SECONDS);
    }
    // CloudFormation sends the next request a little later.
    this.clock.advance(1);
    return {
      response: response ?? { status: 'FAILED', physicalId: event.PhysicalResourceId ?? '', reason: 'the request does not end within two hours' },
      calls,
      changes: [...changes.values()],
      assumesValidation,
    };
  }

  /** Creates the validation records of a pending certificate, as a user does. Returns whether the certificate is pending. */
  private createValidationRecords(name: string): boolean {
    const pending = this.service.snapshot().certificates.find(({ certificateName, certificateDetail }) =>
      certificateName === name && certificateDetail?.status === 'PENDING_VALIDATION');
    for (const { resourceRecord } of pending?.certificateDetail?.domainValidationRecords ?? []) {
      this.service.seeds.seedDnsRecord(resourceRecord.name, { value: resourceRecord.value });
    }
    return pending !== undefined;
  }
}
