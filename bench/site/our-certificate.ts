import type { CertificateOwner, DeployDependents, DesiredCertificate } from './certificate-owner';
import { CERTIFICATE } from '../../lambda/certificate/name';
import { STACK_ID, type ResourceRequest } from '../../test/lambda/provider-framework';
import type { VirtualTime } from '../virtual-time';

/** `DistributionCertificate`: the published bundle, behind the provider framework. */
export class OurCertificate implements CertificateOwner {
  private physicalId = '';
  private stackId = STACK_ID;

  constructor(private readonly time: VirtualTime) {}

  get certificateName(): string {
    return this.physicalId;
  }

  async create(to: DesiredCertificate): Promise<void> {
    this.physicalId = await this.succeed({ type: 'Create', properties: propertiesOf(to) });
  }

  async update(to: DesiredCertificate, from: DesiredCertificate, deployDependents?: DeployDependents): Promise<void> {
    const former = this.physicalId;
    this.physicalId = await this.succeed({ type: 'Update', properties: propertiesOf(to), old: propertiesOf(from), physicalId: former });
    await deployDependents?.(this.physicalId);
    if (this.physicalId !== former) await this.deleteBy(former, from);
  }

  async delete(from: DesiredCertificate): Promise<void> {
    await this.deleteBy(this.physicalId, from);
  }

  async failCreate(to: DesiredCertificate): Promise<void> {
    const { time: { handler, pass } } = this;
    const { status, physicalId } = await handler.respond({ ...this.identity, type: 'Create', properties: propertiesOf(to) }, pass);
    if (status !== 'FAILED') throw new Error('the certificate was issued without records');
    await this.deleteBy(physicalId, to);
    // CloudFormation deploys nothing into a stack whose creation failed. The stack is deleted, and another one with its name is created.
    this.stackId = `${STACK_ID}-again`;
  }

  private get identity() {
    return { resourceType: CERTIFICATE, logicalId: 'Certificate', stackId: this.stackId };
  }

  private async deleteBy(physicalId: string, from: DesiredCertificate): Promise<void> {
    await this.succeed({ type: 'Delete', properties: propertiesOf(from), physicalId });
  }

  private async succeed(request: ResourceRequest): Promise<string> {
    const { physicalId } = await this.time.handler.succeed({ ...request, ...this.identity }, this.time.pass);
    return physicalId;
  }
}

/** The properties that the construct sends. */
function propertiesOf({ domainNames: [domainName, ...subjectAlternativeNames], tags }: DesiredCertificate): ResourceRequest['properties'] {
  return { domainName, ...(subjectAlternativeNames.length > 0 && { subjectAlternativeNames }), hostedZones: [{ hostedZoneId: 'Z0EXAMPLE' }], tags };
}
