import type { CertificateSummary } from '@aws-sdk/client-lightsail';
import type { CertificateRequest } from './request';
import type { CnameRecord, ZoneRecords } from '../route53/route53';

/** The record that proves control of a domain name. */
export interface ValidationRecord extends CnameRecord {
  readonly domainName: string;
  /** Lightsail has seen the record. */
  readonly isValidated: boolean;
}

/**
 * The records that Lightsail returned so far. It tries to create them itself, which fails where the DNS zone is elsewhere, so that the state of
 * that says nothing.
 */
export function validationRecordsOf({ certificateDetail }: CertificateSummary): readonly ValidationRecord[] {
  return (certificateDetail?.domainValidationRecords ?? []).flatMap(({ domainName = '', resourceRecord: { name, value } = {}, validationStatus }) =>
    (name && value ? [{ domainName: domainName.toLowerCase(), name, value, isValidated: validationStatus === 'SUCCESS' }] : []));
}

/** The domain names whose record is not known yet. */
export function domainNamesWithoutRecord({ domainNames }: CertificateRequest, records: readonly ValidationRecord[]): readonly string[] {
  return domainNames.filter((domainName) => !records.some((record) => record.domainName === domainName));
}

/** The records to write in each hosted zone, each once. */
export function zoneRecordsOf({ hostedZones }: CertificateRequest, records: readonly ValidationRecord[]): readonly ZoneRecords[] {
  const zones = new Map<string, ZoneRecords & { readonly records: CnameRecord[] }>();
  for (const { domainName, name, value } of records) {
    const { hostedZoneId, roleArn } = hostedZones.find((zone) => zone.domainName?.toLowerCase() === domainName)
      ?? hostedZones.find((zone) => zone.domainName === undefined) ?? {};
    if (hostedZoneId === undefined) continue;
    const zone = zones.get(hostedZoneId) ?? { hostedZoneId, ...(roleArn !== undefined && { roleArn }), records: [] };
    zones.set(hostedZoneId, zone);
    if (!zone.records.some((record) => record.name === name)) zone.records.push({ name, value });
  }
  return [...zones.values()];
}

export function describeRecord({ name, value }: CnameRecord): string {
  return `${name} CNAME ${value}`;
}
