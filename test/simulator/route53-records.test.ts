import { createServer, type Server } from 'node:http';
import { closeServer, listenOnLoopback } from '../../simulator/http/loopback';
import { Route53Records } from '../../simulator/route53-records';

/** The responses of Route 53, by path and query. */
const answers: Readonly<Record<string, string>> = {
  '/2013-04-01/hostedzone': zones('<HostedZone><Id>/hostedzone/Z1</Id><Name>example.com.</Name><Config><PrivateZone>false</PrivateZone></Config></HostedZone>', 'Z2'),
  '/2013-04-01/hostedzone?marker=Z2': zones(
    '<HostedZone><Id>/hostedzone/Z2</Id><Name>example.org.</Name></HostedZone>'
    + '<HostedZone><Id>/hostedzone/Z3</Id><Name>internal.</Name><Config><PrivateZone>true</PrivateZone></Config></HostedZone>',
  ),
  '/2013-04-01/hostedzone/Z1/rrset': records(
    record('example.com.', 'NS', 'ns-1.awsdns-01.org.') + record('_a.Example.com.', 'CNAME', '_1.acm-validations.aws'),
    '<NextRecordName>_b.example.com.</NextRecordName><NextRecordType>CNAME</NextRecordType>',
  ),
  '/2013-04-01/hostedzone/Z1/rrset?name=_b.example.com.&type=CNAME': records(
    record('_b.example.com.', 'CNAME', '_2.acm-validations.aws.')
    + '<ResourceRecordSet><Name>www.example.com.</Name><Type>A</Type><AliasTarget><HostedZoneId>Z2FDTNDATAQYW2</HostedZoneId>'
    + '<DNSName>d1.cloudfront.net.</DNSName><EvaluateTargetHealth>false</EvaluateTargetHealth></AliasTarget></ResourceRecordSet>',
  ),
  '/2013-04-01/hostedzone/Z2/rrset': records(record('_c.example.org.', 'CNAME', '_3.acm-validations.aws.')),
};

function zones(inner: string, nextMarker?: string): string {
  return `<ListHostedZonesResponse><HostedZones>${inner}</HostedZones><IsTruncated>${nextMarker !== undefined}</IsTruncated>`
    + `${nextMarker ? `<NextMarker>${nextMarker}</NextMarker>` : ''}<MaxItems>1</MaxItems></ListHostedZonesResponse>`;
}

function records(inner: string, next = ''): string {
  return `<ListResourceRecordSetsResponse><ResourceRecordSets>${inner}</ResourceRecordSets><IsTruncated>${next !== ''}</IsTruncated>${next}`
    + '<MaxItems>2</MaxItems></ListResourceRecordSetsResponse>';
}

function record(name: string, type: string, value: string): string {
  return `<ResourceRecordSet><Name>${name}</Name><Type>${type}</Type><TTL>60</TTL>`
    + `<ResourceRecords><ResourceRecord><Value>${value}</Value></ResourceRecord></ResourceRecords></ResourceRecordSet>`;
}

let server: Server;
let endpoint: string;
const accounts: (string | undefined)[] = [];

beforeAll(async () => {
  server = createServer((request, response) => {
    accounts.push(/Credential=(\d+)/.exec(request.headers.authorization ?? '')?.[1]);
    const answer = answers[request.url!];
    response.writeHead(answer === undefined ? 404 : 200, { 'content-type': 'text/xml' }).end(answer);
  });
  endpoint = await listenOnLoopback(server);
});
afterAll(() => closeServer(server));

test('the CNAME records of all public hosted zones of the account, page by page', async () => {
  expect(await new Route53Records(endpoint, '111122223333').cnames()).toEqual(new Map([
    ['_a.example.com.', '_1.acm-validations.aws.'],
    ['_b.example.com.', '_2.acm-validations.aws.'],
    ['_c.example.org.', '_3.acm-validations.aws.'],
  ]));
  expect(new Set(accounts)).toEqual(new Set(['111122223333']));
});

test.each(['https://route53.amazonaws.com', 'http://localhost:4566', 'http://127.0.0.1:4566.example.com', '127.0.0.1:4566'])(
  'an endpoint that is not on this machine is refused: %s', (other) => {
    expect(() => new Route53Records(other, '111122223333'))
      .toThrow(`Route 53 endpoint: not on this machine, got ${other}; allowed is http://127.0.0.1:PORT`);
  },
);
