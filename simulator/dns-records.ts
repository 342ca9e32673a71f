/** Where DNS records outside the simulator are looked up, by which certificates are validated and renewed. */
export interface DnsRecords {
  /** All CNAME records: name to value, both in lower case and with the final dot. */
  cnames(): Promise<ReadonlyMap<string, string>>;
}
