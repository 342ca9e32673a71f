/** The source of DNS records outside the simulator, which validate and renew certificates. */
export interface DnsRecords {
  /** Returns all CNAME records as a map from name to value, both in lower case and with the final dot. */
  cnames(): Promise<ReadonlyMap<string, string>>;
}
