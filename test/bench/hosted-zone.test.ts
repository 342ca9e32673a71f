import { Route53 } from '@aws-sdk/client-route-53';
import { HostedZone } from '../../bench/hosted-zone';
import { ManualClock } from '../../simulator';

const clock = new ManualClock();
let zone: HostedZone;
let route53: Route53;

beforeAll(async () => {
  zone = await HostedZone.start(() => clock.now());
  route53 = new Route53({ endpoint: zone.url, region: 'us-east-1', credentials: { accessKeyId: 'test', secretAccessKey: 'test' } });
});
afterAll(() => zone.close());
beforeEach(() => zone.reset());

const upsert = (...records: readonly (readonly [name: string, value: string])[]) => route53.changeResourceRecordSets({
  HostedZoneId: 'Z0EXAMPLE',
  ChangeBatch: {
    Changes: records.map(([Name, Value]) => ({ Action: 'UPSERT', ResourceRecordSet: { Name, Type: 'CNAME', TTL: 60, ResourceRecords: [{ Value }] } })),
  },
});

test('DNS has the records written by an SDK and without one', async () => {
  await upsert(['_a.example.com.', '_1.acm-validations.aws.'], ['_b.example.com.', '_2.acm-validations.aws.']);
  await upsert(['_b.example.com.', '_3.acm-validations.aws.']);
  zone.write('_c.example.com.', '_4.acm-validations.aws.');
  expect(await zone.cnames()).toEqual(new Map([
    ['_a.example.com.', '_1.acm-validations.aws.'], ['_b.example.com.', '_3.acm-validations.aws.'], ['_c.example.com.', '_4.acm-validations.aws.'],
  ]));
  expect(zone.calls).toEqual(['ChangeResourceRecordSets', 'ChangeResourceRecordSets']);
});

test('a change is on all name servers after a minute', async () => {
  const { ChangeInfo } = await upsert(['_a.example.com.', '_1.acm-validations.aws.']);
  expect(ChangeInfo?.Status).toBe('PENDING');
  const status = async () => (await route53.getChange({ Id: ChangeInfo!.Id! })).ChangeInfo?.Status;
  clock.advance(59);
  expect(await status()).toBe('PENDING');
  clock.advance(1);
  expect(await status()).toBe('INSYNC');
  expect(zone.calls).toEqual(['ChangeResourceRecordSets', 'GetChange', 'GetChange']);
});

test('DNS does not have the records of a zone whose name servers are not those of the domain', async () => {
  await upsert(['_a.example.com.', '_1.acm-validations.aws.']);
  zone.isDelegated = false;
  expect(await zone.cnames()).toEqual(new Map());
  zone.reset();
  expect(zone.isDelegated).toBe(true);
  expect(zone.calls).toEqual([]);
});
