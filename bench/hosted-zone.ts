import { createServer, type IncomingMessage } from 'node:http';
import { text } from 'node:stream/consumers';
import type { DnsRecords } from '../simulator';
import { closeServer, listenOnLoopback } from '../simulator/http/loopback';

/** The seconds from an accepted change until all name servers of the zone have it. Route 53 documents this value for most changes. */
const SECONDS_TO_SYNC = 60;

/** A hosted zone of Route 53 on 127.0.0.1, with the calls that write CNAME records. It is also the DNS in which Lightsail looks them up. */
export class HostedZone implements DnsRecords {
  static async start(now: () => number): Promise<HostedZone> {
    const zone = new HostedZone(now);
    zone.listeningAt = await listenOnLoopback(zone.server);
    return zone;
  }

  /** If false, the domain is not delegated to the name servers of the zone. */
  isDelegated = true;
  private listeningAt = '';
  private records = new Map<string, string>();
  private log: string[] = [];
  private changedAt: number[] = [];

  private readonly server = createServer((request, response) => {
    // The SDKs correct their clock by the date of a response, and this date would be that of the real clock.
    response.sendDate = false;
    void this.respond(request).then((body) => response.writeHead(200, { 'content-type': 'text/xml' }).end(body));
  });

  private constructor(private readonly now: () => number) {}

  get url(): string {
    return this.listeningAt;
  }

  /** The calls since the last reset, in their order. */
  get calls(): readonly string[] {
    return this.log;
  }

  reset(): void {
    this.isDelegated = true;
    this.records = new Map();
    this.clearCalls();
  }

  clearCalls(): void {
    this.log = [];
  }

  /** Writes a record, as a user does manually. */
  write(name: string, value: string): void {
    this.records.set(name, value);
  }

  async cnames(): Promise<ReadonlyMap<string, string>> {
    return this.isDelegated ? this.records : new Map();
  }

  close(): Promise<void> {
    return closeServer(this.server);
  }

  private async respond(request: IncomingMessage): Promise<string> {
    const body = await text(request);
    const change = /\/change\/C(\d+)$/.exec(request.url ?? '')?.[1];
    if (change !== undefined) {
      this.log.push('GetChange');
      return this.changeInfo('GetChangeResponse', Number(change));
    }
    this.log.push('ChangeResourceRecordSets');
    for (const [, name, value] of body.matchAll(/<Name>([^<]*)<\/Name>.*?<Value>([^<]*)<\/Value>/gs)) this.write(name, value);
    return this.changeInfo('ChangeResourceRecordSetsResponse', this.changedAt.push(this.now()) - 1);
  }

  private changeInfo(element: string, change: number): string {
    const at = this.changedAt[change];
    const status = this.now() - at < SECONDS_TO_SYNC * 1000 ? 'PENDING' : 'INSYNC';
    const info = `<Id>/change/C${change}</Id><Status>${status}</Status><SubmittedAt>${new Date(at).toISOString()}</SubmittedAt>`;
    return `<?xml version="1.0"?><${element} xmlns="https://route53.amazonaws.com/doc/2013-04-01/"><ChangeInfo>${info}</ChangeInfo></${element}>`;
  }
}
