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

/** What the handler does for one request of CloudFormation. */
export interface Run {
  readonly response: Response;
  readonly calls: readonly PlannedCall[];
  /** The changes of settings that it decided, each once. */
  readonly changes: readonly Change[];
  /** A certificate was issued on the assumption that its validation records appear. */
  readonly assumesValidation: boolean;
}

/** An origin, which a dry run cannot read. */
export interface AssumedOrigin {
  readonly name: string;
  readonly regionName: string;
  readonly resourceType: 'Instance' | 'Bucket';
}

const POLL_SECONDS = 30;
/** In seconds: long enough to be noticed as waiting, and shorter than any timeout. */
const ISSUE_SECONDS = 60;

/** Longer than the provider framework polls. */
const MAX_POLLS = 7_200 / POLL_SECONDS;

/** The handler on a copy of the live account: what a deployment would call, in no time and without effect. */
export class DryRun {
  static async of(live: LiveAccount, now: number): Promise<DryRun> {
    const clock = new ManualClock(new Date(now));
    const behaviour = { issueSeconds: ISSUE_SECONDS };
    const service = new LightsailService({ clock, operationSeconds: EDGE_SECONDS, deploymentSeconds: EDGE_SECONDS, behaviour });
    return new DryRun(service, clock, await LiveCopy.of(live, service, () => clock.now()));
  }

  private constructor(private readonly service: LightsailService, private readonly clock: ManualClock, private readonly copy: LiveCopy) {}

  /** As it is now: after the requests so far. */
  distribution(name: string): Promise<LightsailDistribution | undefined> {
    return this.copy.distribution(name);
  }

  certificate(name: string): Promise<CertificateSummary | undefined> {
    return this.copy.ports.certificate(name);
  }

  /** An origin that a template names. Lightsail would say whether it exists; the plan assumes it. */
  assumeOrigin({ name, regionName, resourceType }: AssumedOrigin): void {
    const isKnown = this.service.snapshot().distributions.some(({ origin }) => origin.name === name && origin.regionName === regionName);
    if (isKnown) return;
    try {
      this.service.seeds.seedOrigin(name, { regionName: regionName as 'us-east-1', resourceType });
    } catch {
      // A name or Region that Lightsail does not have: the handler reports how it is refused.
    }
  }

  /** One request to its end. */
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

  /** Somebody creates the records of the certificate. */
  private createValidationRecords(name: string): boolean {
    const pending = this.service.snapshot().certificates.find(({ certificateName, certificateDetail }) =>
      certificateName === name && certificateDetail?.status === 'PENDING_VALIDATION');
    for (const { resourceRecord } of pending?.certificateDetail?.domainValidationRecords ?? []) {
      this.service.seeds.seedDnsRecord(resourceRecord.name, { value: resourceRecord.value });
    }
    return pending !== undefined;
  }
}
