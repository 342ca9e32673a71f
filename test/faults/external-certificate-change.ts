import type { CallKind } from './schedule';
import { CERTIFICATE, certificateNameOf } from '../../lambda/certificate/name';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { OWNER_KEY } from '../../lambda/tags/owner';
import { ServiceError, type LightsailService } from '../../simulator';
import type { Account } from '../lambda/account';

export const EXTERNAL_CERTIFICATE_CHANGES: readonly CallKind[] = ['externalCertificateDeletion', 'externalOwnerTag', 'externalRecord', 'externalAttachment'];

/** The distribution of another owner in the scenarios. */
export const FOREIGN_DISTRIBUTION = 'other-cdn';

/**
 * Changes the certificate of a request outside the stack. Returns its name, or `undefined` if there is nothing to change or Lightsail refuses
 * the change.
 */
export function changeCertificateExternally(account: Account, kind: CallKind, event: ResourceEvent, [arg]: unknown[]): string | undefined {
  const certificateName = nameOf(account, event, arg);
  if (certificateName === undefined) return undefined;
  const { service } = account;
  switch (kind) {
    case 'externalCertificateDeletion':
      return unlessRefused(service, certificateName, 'DeleteCertificate', { certificateName });
    case 'externalOwnerTag':
      return unlessRefused(service, certificateName, 'UntagResource', { resourceName: certificateName, tagKeys: [OWNER_KEY] });
    case 'externalAttachment':
      return unlessRefused(service, certificateName, 'AttachCertificateToDistribution', { certificateName, distributionName: FOREIGN_DISTRIBUTION });
    case 'externalRecord':
      for (const { resourceRecord } of account.certificate(certificateName)!.certificateDetail!.domainValidationRecords!) {
        service.seeds.seedDnsRecord(resourceRecord!.name!, { value: null });
      }
      return certificateName;
    default:
      return undefined;
  }
}

/** Detaches the certificate of the distribution of another owner. Returns whether it had one. */
export function detachForeign(account: Account): boolean {
  if (!account.live(FOREIGN_DISTRIBUTION)?.certificateName) return false;
  account.pass(60);
  account.service.call('DetachCertificateFromDistribution', { distributionName: FOREIGN_DISTRIBUTION });
  account.pass(60);
  return true;
}

/** Deletes the certificates that an error message tells the user to delete. */
export function deleteAsTold({ service }: Account, reasons: readonly string[]): void {
  for (const reason of reasons) {
    const [, certificateName] = /^([\w-]+): cannot be issued.*; delete it or change certificateName, then deploy again/.exec(reason) ?? [];
    if (certificateName === undefined) continue;
    unlessRefused(service, certificateName, 'DeleteCertificate', { certificateName });
  }
}

function nameOf(account: Account, event: ResourceEvent, arg: unknown): string | undefined {
  const { settings, ...properties } = event.ResourceProperties;
  const { certificateName } = (settings ?? {}) as { readonly certificateName?: unknown };
  const asked = event.ResourceType === CERTIFICATE ? certificateNameOf(event, properties) : certificateName;
  return [arg, asked, event.PhysicalResourceId].find((name): name is string => typeof name === 'string' && account.certificate(name) !== undefined);
}

function unlessRefused(service: LightsailService, certificateName: string, ...[operation, input]: Parameters<LightsailService['call']>): string | undefined {
  try {
    service.call(operation, input);
    return certificateName;
  } catch (error) {
    if (error instanceof ServiceError) return undefined;
    throw error;
  }
}
