/** A CNAME record. */
export interface CnameRecord {
  readonly name: string;
  readonly value: string;
}

/** Records of one hosted zone. */
export interface ZoneRecords {
  readonly hostedZoneId: string;
  /** The role to assume if the zone is in another account. */
  readonly roleArn?: string;
  readonly records: readonly CnameRecord[];
}

/** A call that creates or replaces records. Sent twice it has the same effect. */
export interface RecordsWrite {
  readonly call: 'ChangeResourceRecordSets';
  readonly input: { readonly zones: readonly ZoneRecords[] };
}

/** The port: what the handler needs from Amazon Route 53. */
export interface Route53 {
  upsert(zones: readonly ZoneRecords[]): Promise<void>;
}
