import {
  HostedZone, ListResourceRecordSetsCommand, ListResourceRecordSetsCommandInput, ListResourceRecordSetsCommandOutput, paginateListHostedZones,
  ResourceRecordSet, Route53Client,
} from '@aws-sdk/client-route-53';
import { DnsRecords } from './dns-records';

/** The simulator connects to no other machine. */
const LOCAL_ENDPOINT = /^http:\/\/127\.0\.0\.1:\d{1,5}\/?$/;

/** The records of the public hosted zones of an account in a local Route 53, such as MiniStack's. */
export class Route53Records implements DnsRecords {
  private readonly client: Route53Client;

  constructor(endpoint: string, account: string) {
    if (!LOCAL_ENDPOINT.test(endpoint)) {
      throw new Error(`Route 53 endpoint: not on this machine, got ${endpoint.slice(0, 200)}; allowed is http://127.0.0.1:PORT`);
    }
    // MiniStack uses an access key id of twelve digits as the account id.
    this.client = new Route53Client({ endpoint, region: 'us-east-1', credentials: { accessKeyId: account, secretAccessKey: 'local' } });
  }

  async cnames(): Promise<ReadonlyMap<string, string>> {
    const zones = await this.publicZones();
    const records = (await Promise.all(zones.map(({ Id }) => this.recordsOf(Id!)))).flat();
    return new Map(records.filter(({ Type }) => Type === 'CNAME').flatMap(({ Name, ResourceRecords = [] }) =>
      ResourceRecords.map(({ Value }) => [normalized(Name!), normalized(Value!)] as const)));
  }

  private async publicZones(): Promise<readonly HostedZone[]> {
    const zones: HostedZone[] = [];
    for await (const { HostedZones = [] } of paginateListHostedZones({ client: this.client }, {})) {
      zones.push(...HostedZones.filter(({ Config }) => !Config?.PrivateZone));
    }
    return zones;
  }

  private async recordsOf(HostedZoneId: string): Promise<readonly ResourceRecordSet[]> {
    const records: ResourceRecordSet[] = [];
    let next: Partial<ListResourceRecordSetsCommandInput> | undefined = {};
    while (next) {
      const page: ListResourceRecordSetsCommandOutput = await this.client.send(new ListResourceRecordSetsCommand({ HostedZoneId, ...next }));
      records.push(...page.ResourceRecordSets ?? []);
      next = page.IsTruncated
        ? { StartRecordName: page.NextRecordName, StartRecordType: page.NextRecordType, StartRecordIdentifier: page.NextRecordIdentifier }
        : undefined;
    }
    return records;
  }
}

/** Route 53 accepts values with and without the final dot. */
function normalized(name: string): string {
  return `${name.toLowerCase().replace(/\.$/, '')}.`;
}
