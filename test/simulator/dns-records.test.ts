import { type Simulator, startSimulator } from '../../simulator';

const DAY = 24 * 3_600;

let simulator: Simulator;
/** The records of a DNS outside the simulator. */
let cnames: Map<string, string>;
let outage: Error | undefined;
let looks: number;

async function start(issueSeconds = 0): Promise<void> {
  cnames = new Map();
  outage = undefined;
  looks = 0;
  simulator = await startSimulator({
    clock: 'manual',
    behaviour: { issueSeconds },
    dnsRecords: {
      cnames: async () => {
        looks++;
        if (outage) throw outage;
        return cnames;
      },
    },
  });
}
afterEach(() => simulator.close());

/** Sends a call over HTTP, because the simulator then looks up DNS records before the call. */
async function send(operation: string, input: object): Promise<Readonly<Record<string, unknown>>> {
  const response = await fetch(simulator.url, {
    method: 'POST',
    headers: { 'x-amz-target': `Lightsail_20161128.${operation}`, 'authorization': 'Credential=AKIDEXAMPLE/20260601/us-east-1/lightsail/aws4_request' },
    body: JSON.stringify(input),
  });
  return await response.json() as Readonly<Record<string, unknown>>;
}

interface Detail {
  readonly status: string;
  readonly domainValidationRecords: readonly { readonly resourceRecord: { readonly name: string; readonly value: string } }[];
  readonly renewalSummary?: { readonly renewalStatus: string };
}

interface Certificates {
  readonly certificates: readonly { readonly certificateDetail: Detail }[];
}

async function certificate(): Promise<Detail> {
  const { certificates } = await send('GetCertificates', { certificateName: 'cert' }) as unknown as Certificates;
  return certificates[0].certificateDetail;
}

async function request(domainName = 'example.com', subjectAlternativeNames: readonly string[] = []): Promise<Detail> {
  await send('CreateCertificate', { certificateName: 'cert', domainName, subjectAlternativeNames });
  return certificate();
}

async function requestAndPublish(domainName: string): Promise<void> {
  for (const { resourceRecord: { name, value } } of (await request(domainName)).domainValidationRecords) cnames.set(name, value);
}

test('a certificate is issued some time after all its records are in DNS', async () => {
  await start(60);
  const { domainValidationRecords: [first, second] } = await request('example.com', ['www.example.com']);
  cnames.set(first.resourceRecord.name, first.resourceRecord.value);
  cnames.set(second.resourceRecord.name, '_another.acm-validations.aws.');
  await simulator.control.advance(60);
  expect(await certificate()).toMatchObject({
    status: 'PENDING_VALIDATION', domainValidationRecords: [{ validationStatus: 'SUCCESS' }, { validationStatus: 'PENDING_VALIDATION' }],
  });

  cnames.set(second.resourceRecord.name, second.resourceRecord.value);
  expect((await certificate()).status).toBe('PENDING_VALIDATION');
  await simulator.control.advance(60);
  expect((await certificate()).status).toBe('ISSUED');
});

test('a record that is gone from DNS before the certificate is issued starts the validation again', async () => {
  await start(60);
  await requestAndPublish('example.com');
  const [[name, value]] = cnames;
  expect((await certificate()).status).toBe('PENDING_VALIDATION');
  cnames.clear();
  await simulator.control.advance(60);
  expect((await certificate()).status).toBe('PENDING_VALIDATION');
  cnames.set(name, value);
  expect((await certificate()).status).toBe('PENDING_VALIDATION');
  await simulator.control.advance(60);
  expect((await certificate()).status).toBe('ISSUED');
});

test('a certificate in use is renewed while its records are in DNS, and expires without them', async () => {
  await start();
  await requestAndPublish('example.com');
  await certificate();
  await simulator.control.seedDistribution('my-cdn', { certificateName: 'cert' });
  await simulator.control.advance(340 * DAY);
  expect(await certificate()).toMatchObject({ status: 'ISSUED', renewalSummary: { renewalStatus: 'Success' } });
  cnames.clear();
  await simulator.control.advance(340 * DAY);
  expect(await certificate()).toMatchObject({ status: 'ISSUED', renewalSummary: { renewalStatus: 'PendingValidation' } });
  await simulator.control.advance(60 * DAY);
  expect(await certificate()).toMatchObject({ status: 'EXPIRED', renewalSummary: { renewalStatus: 'Failed' } });
});

test('a record may come from the control endpoint as well', async () => {
  await start();
  const { domainValidationRecords: [{ resourceRecord: { name, value } }] } = await request();
  await simulator.control.seedDnsRecord(name, value);
  expect((await certificate()).status).toBe('ISSUED');
});

test('a domain in upper case has its record in lower case, as in DNS', async () => {
  await start();
  await requestAndPublish('Example.COM');
  expect([...cnames.keys()]).toEqual([expect.stringMatching(/^_[0-9a-f]{32}\.example\.com\.$/)]);
  expect((await certificate()).status).toBe('ISSUED');
});

test('DNS is looked into only while a certificate waits for it, whatever the call', async () => {
  await start();
  await simulator.control.seedCertificate('issued', { domainName: 'example.org' });
  await simulator.control.snapshot();
  await requestAndPublish('example.com');
  expect(looks).toBe(1);
  await simulator.control.snapshot();
  expect(looks).toBe(2);
  expect(await send('GetDistributions', {})).toEqual({ distributions: [] });
  expect(looks).toBe(2);
});

test('a DNS that cannot be looked into fails the call with its error', async () => {
  await start();
  await request();
  outage = new Error('connect ECONNREFUSED');
  expect(await send('GetCertificates', {})).toMatchObject({ __type: 'InternalFailure', message: 'the simulator failed: Error: connect ECONNREFUSED' });
});
