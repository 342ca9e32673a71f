import type { CertificateSummary, LightsailDistribution } from '@aws-sdk/client-lightsail';
import { Stack } from './cloudformation';
import { invocation, type Host } from './hosts';
import type { ResourceRequest } from './provider-framework';
import { contextOf, type Ports, repeating, simulatedLightsail } from './simulated-lightsail';
import { handle } from '../../lambda/handle';
import type { Lightsail } from '../../lambda/lightsail/lightsail';
import { LightsailService, ManualClock, type LoggedCall, type ServiceBehaviour, type ServiceOptions } from '../../simulator';

/** The properties of a distribution of a stack, as the construct sends them. */
export const owned = (settings: object = {}, more: object = {}): ResourceRequest['properties'] => ({
  distributionName: 'my-cdn',
  onExisting: 'fail',
  deleteAdopted: false,
  waitForDeployment: true,
  timeoutSeconds: 3_000,
  ...more,
  settings: { origin: { name: 'web' }, ...settings },
});

type Disturb = (port: Ports, service: LightsailService) => Lightsail & Partial<Ports>;
type Timing = Pick<ServiceOptions, 'operationSeconds' | 'deploymentSeconds'>;

/** An account with origins and certificates, and the stacks that are deployed to it. It is deterministic, without HTTP and without waiting. */
export class Account {
  readonly clock = new ManualClock();
  readonly service: LightsailService;
  readonly host: Pick<Host, 'invoke'>;

  constructor(behaviour: Partial<ServiceBehaviour> = {}, disturb: Disturb = (port) => port, timing: Timing = {}) {
    let ids = 0;
    const newId = () => `00000000-0000-4000-8000-${String(++ids).padStart(12, '0')}`;
    this.service = new LightsailService({ clock: this.clock, newId, operationSeconds: 15, deploymentSeconds: 25, behaviour, ...timing });
    for (const name of ['web', 'web-2']) this.service.seeds.seedOrigin(name, { regionName: 'eu-west-1', resourceType: 'Instance' });
    this.service.seeds.seedCertificate('cert-1', { domainName: 'example.com', subjectAlternativeNames: ['www.example.com'] });
    this.service.seeds.seedCertificate('cert-2', { domainName: 'example.org' });
    const lightsail = disturb(repeating(simulatedLightsail(this.service)), this.service);
    this.host = { invoke: (event) => invocation(handle(contextOf(lightsail, () => this.clock.now()), JSON.parse(JSON.stringify(event)))) };
  }

  readonly pass = (seconds: number) => this.clock.advance(seconds);

  stack(name?: string, identity?: ConstructorParameters<typeof Stack>[3], host = this.host): Stack {
    return new Stack(host, this.pass, name, identity);
  }

  get names(): readonly string[] {
    return this.service.snapshot().distributions.map(({ name }) => name);
  }

  /** Returns `undefined` if the distribution does not exist. */
  live(name = 'my-cdn'): LightsailDistribution | undefined {
    return this.service.snapshot().distributions.find((distribution) => distribution.name === name) as LightsailDistribution | undefined;
  }

  get certificateNames(): readonly string[] {
    return this.service.snapshot().certificates.map(({ certificateName }) => certificateName);
  }

  /** Returns `undefined` if the certificate does not exist. */
  certificate(name: string): CertificateSummary | undefined {
    return this.service.snapshot().certificates.find(({ certificateName }) => certificateName === name) as CertificateSummary | undefined;
  }

  /** Returns the tags of the distribution or certificate with this name. */
  tags(name = 'my-cdn'): Readonly<Record<string, string>> {
    return this.existingTags(name) ?? {};
  }

  /** `undefined` when there is neither a distribution nor a certificate of this name. */
  existingTags(name: string): Readonly<Record<string, string>> | undefined {
    const { distributions, certificates } = this.service.snapshot();
    const existing = distributions.find((one) => one.name === name) ?? certificates.find(({ certificateName }) => certificateName === name);
    return existing && Object.fromEntries((existing.tags ?? []).map(({ key, value }) => [key, value ?? '']));
  }

  get writes(): readonly LoggedCall[] {
    return this.service.log.all.filter(({ operation }) => !operation.startsWith('Get'));
  }

  /** The accepted writes, without those of tags. */
  get deployments(): readonly string[] {
    return this.writes.filter(({ operation, outcome }) => outcome === 'ok' && !operation.endsWith('agResource')).map(({ operation }) => operation);
  }

  /** Returns the calls since the last time. */
  calls(): readonly string[] {
    const calls = this.service.log.all.map(({ operation }) => operation);
    this.service.log.clear();
    return calls;
  }
}
