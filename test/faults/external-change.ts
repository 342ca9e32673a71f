import { changeCertificateExternally, EXTERNAL_CERTIFICATE_CHANGES } from './external-certificate-change';
import type { CallKind } from './schedule';
import { distributionNameOf } from '../../lambda/distribution/name';
import type { ResourceEvent } from '../../lambda/protocol/event';
import { ServiceError } from '../../simulator';
import type { Account } from '../lambda/account';

export const EXTERNAL_DISTRIBUTION_CHANGES: readonly CallKind[] = [
  'externalManaged', 'externalUnmanaged', 'externalTag', 'externalManagedTag', 'externalDeployment', 'externalDeletion',
];
export const EXTERNAL_CHANGES: readonly CallKind[] = [...EXTERNAL_DISTRIBUTION_CHANGES, ...EXTERNAL_CERTIFICATE_CHANGES];

/** The values that changes made outside the stack set. No template of the scenarios has the setting or the tag `by-hand`. */
export const EXTERNAL = { viewerMinimumTlsProtocolVersion: 'TLSv1.2_2019', tag: { 'by-hand': 'yes' }, managedTag: { team: 'by-hand' } };

/** Changes the distribution of a request outside the stack. Returns its name, or `undefined` if there is nothing to change. */
export function changeExternally(account: Account, kind: CallKind, event: ResourceEvent, [arg]: unknown[]): string | undefined {
  if (EXTERNAL_CERTIFICATE_CHANGES.includes(kind)) return changeCertificateExternally(account, kind, event, [arg]);
  const named = typeof arg === 'string' && account.names.includes(arg) ? arg : String(distributionNameOf(event));
  if (!account.names.includes(named)) return undefined;
  const { seeds } = account.service;
  const { viewerMinimumTlsProtocolVersion } = EXTERNAL;
  switch (kind) {
    case 'externalManaged':
      seeds.changeOutsideStack(named, { origin: { name: 'web-2', regionName: 'eu-west-1' } });
      return named;
    case 'externalUnmanaged':
      seeds.changeOutsideStack(named, { viewerMinimumTlsProtocolVersion });
      return named;
    case 'externalTag':
      seeds.tagOutsideStack(named, EXTERNAL.tag);
      return named;
    case 'externalManagedTag':
      if (!account.tags(named).team) return undefined;
      seeds.tagOutsideStack(named, EXTERNAL.managedTag);
      return named;
    case 'externalDeployment':
      try {
        seeds.deployOutsideStack(named, { viewerMinimumTlsProtocolVersion });
        return named;
      } catch (error) {
        // Lightsail refuses the write because the distribution is busy.
        if (error instanceof ServiceError) return undefined;
        throw error;
      }
    case 'externalDeletion':
      seeds.removeDistribution(named);
      return named;
    default:
      return undefined;
  }
}
