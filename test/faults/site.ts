import { CERTIFICATE } from '../../lambda/certificate/name';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import { reasonOf, Stack, type Circumstances, type Identity, type Properties, type Resource, type Result } from '../lambda/cloudformation';

/** A certificate, and a distribution that refers to it. */
export type Template = {
  readonly certificate: Properties;
  readonly distribution: (certificateName: string) => Properties;
};

type Part = keyof Template;

/** The parts in the order in which CloudFormation creates and updates them. */
const PARTS: readonly Part[] = ['certificate', 'distribution'];
const IDENTITIES: Readonly<Record<Part, Identity>> = {
  certificate: { resourceType: CERTIFICATE, logicalId: 'Certificate' },
  distribution: { resourceType: DISTRIBUTION },
};

interface SiteCircumstances extends Circumstances {
  /** The part that is created or updated in these circumstances. */
  readonly during?: Part;
}

/**
 * Simulates CloudFormation for both resources in one stack. It creates and updates the certificate before the distribution, also in a rollback.
 * At the end, it deletes the resources that the update or the rollback replaced.
 */
export class Site extends Stack {
  private readonly known = new Map<Part, Resource>();
  private readonly former = new Map<Part, Resource>();
  private replaced: readonly (readonly [Part, Resource])[] = [];

  get resources(): readonly Resource[] {
    return [...this.known.values(), ...this.replaced.map(([, resource]) => resource)];
  }

  async create(template: Template, circumstances: SiteCircumstances = {}): Promise<Result> {
    const reasons = await this.apply(template, circumstances);
    if (reasons === undefined) return { status: 'CREATE_COMPLETE', reasons: [] };
    const rollback = await this.delete();
    return { status: rollback.status === 'DELETE_COMPLETE' ? 'ROLLBACK_COMPLETE' : 'ROLLBACK_FAILED', reasons: [...reasons, ...rollback.reasons] };
  }

  async update(template: Template, circumstances: SiteCircumstances = {}): Promise<Result> {
    for (const [part, resource] of this.known) this.former.set(part, resource);
    const reasons = await this.apply(template, circumstances);
    if (reasons !== undefined) {
      const rollback = await this.continueUpdateRollback();
      return { ...rollback, reasons: [...reasons, ...rollback.reasons] };
    }
    this.replaced = [...this.former].filter(([part, { physicalId }]) => physicalId !== this.known.get(part)!.physicalId);
    return this.cleanedUp('UPDATE_COMPLETE');
  }

  async continueUpdateRollback(): Promise<Result> {
    for (const part of PARTS) {
      const [failed, former] = [this.known.get(part)!, this.former.get(part)!];
      if (failed === former) continue;
      const response = await this.request(
        { type: 'Update', properties: former.properties, old: failed.properties, physicalId: failed.physicalId }, {}, IDENTITIES[part]);
      if (response?.status !== 'SUCCESS') return { status: 'UPDATE_ROLLBACK_FAILED', reasons: reasonOf(response) };
      const restored = { physicalId: response.physicalId, properties: former.properties };
      this.known.set(part, restored);
      this.former.set(part, restored);
      if (response.physicalId !== failed.physicalId) this.replaced = [...this.replaced, [part, failed]];
    }
    return this.cleanedUp('UPDATE_ROLLBACK_COMPLETE');
  }

  async delete(circumstances: Circumstances = {}): Promise<Result> {
    let reasons: readonly string[] = [];
    for (const part of [...PARTS].reverse()) {
      const resource = this.known.get(part);
      if (resource === undefined || reasons.length > 0) continue;
      reasons = reasonOf(await this.request({ type: 'Delete', ...resource }, circumstances, IDENTITIES[part]));
      if (reasons.length === 0) this.known.delete(part);
    }
    if (reasons.length === 0) reasons = (await this.cleanedUp('DELETE_COMPLETE')).reasons;
    await this.outlastCancelled();
    return { status: reasons.length === 0 ? 'DELETE_COMPLETE' : 'DELETE_FAILED', reasons };
  }

  /** Creates or updates the parts in order, up to the first failure. Returns the reasons of the failure, or `undefined`. */
  private async apply(template: Template, { during = 'distribution', ...circumstances }: SiteCircumstances): Promise<readonly string[] | undefined> {
    for (const part of PARTS) {
      const met = part === during ? circumstances : {};
      const properties = part === 'certificate' ? template.certificate : template.distribution(this.known.get('certificate')!.physicalId);
      const before = this.known.get(part);
      if (JSON.stringify(before?.properties) === JSON.stringify(properties)) continue;
      const type = before === undefined ? 'Create' : 'Update';
      const response = await this.request(
        { type, properties, old: before?.properties, physicalId: before?.physicalId }, met, IDENTITIES[part]);
      const isForgotten = response?.status === 'FAILED' && before !== undefined && met.forgetsNewId;
      this.known.set(part, { physicalId: (isForgotten ? undefined : response?.physicalId) ?? before?.physicalId ?? this.inventedId, properties });
      if (response?.status !== 'SUCCESS' || met.siblingFailsAfter !== undefined) return reasonOf(response);
    }
    return undefined;
  }

  /** Deletes the replaced resources. A deletion that fails does not fail the update. */
  private async cleanedUp(status: Result['status']): Promise<Result> {
    let reasons: readonly string[] = [];
    for (const [part, resource] of [...this.replaced].reverse()) {
      reasons = [...reasons, ...reasonOf(await this.request({ type: 'Delete', ...resource }, {}, IDENTITIES[part]))];
    }
    this.replaced = [];
    await this.outlastCancelled();
    return { status, reasons };
  }
}
