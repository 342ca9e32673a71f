import { AwsEndpoint, refusal, ROUTE_53_NAMESPACE } from './aws-endpoint';
import { attempt } from '../../../lambda/lightsail/attempt';
import { upsert } from '../../../lambda/route53/client';
import { route53 } from '../../../lambda/route53/on-demand';

const aws = new AwsEndpoint();
const before = { ...process.env };

beforeAll(async () => {
  const url = await aws.start();
  Object.assign(process.env, {
    AWS_ENDPOINT_URL_ROUTE_53: url,
    AWS_ENDPOINT_URL_STS: url,
    // The Region of the stack, which the clients must not use.
    AWS_REGION: 'eu-west-1',
    AWS_ACCESS_KEY_ID: 'FUNCTION',
    AWS_SECRET_ACCESS_KEY: 'test',
    AWS_SDK_JS_NODE_VERSION_SUPPORT_WARNING_DISABLED: 'true',
  });
  // The SDK uses random numbers for the delays between its attempts.
  jest.spyOn(Math, 'random').mockReturnValue(0);
});

afterAll(async () => {
  process.env = before;
  await aws.stop();
});

beforeEach(() => {
  aws.requests = [];
  aws.responses = [];
});

const ROLE = 'arn:aws:iam::444455556666:role/dns';
const cname = (name: string) => ({ name: `_a.${name}.`, value: `_b-of-${name}.acm-validations.aws.` });
const change = (name: string) => `<Change><Action>UPSERT</Action><ResourceRecordSet><Name>_a.${name}.</Name><Type>CNAME</Type><TTL>300</TTL>`
  + `<ResourceRecords><ResourceRecord><Value>_b-of-${name}.acm-validations.aws.</Value></ResourceRecord></ResourceRecords></ResourceRecordSet></Change>`;
const batch = (...names: string[]) => `<?xml version="1.0" encoding="UTF-8"?><ChangeResourceRecordSetsRequest xmlns="${ROUTE_53_NAMESPACE}"><ChangeBatch>`
  + `<Changes>${names.map(change).join('')}</Changes></ChangeBatch></ChangeResourceRecordSetsRequest>`;

const byFunction = (hostedZoneId: string, ...names: string[]) =>
  ({ method: 'POST', path: `/2013-04-01/hostedzone/${hostedZoneId}/rrset`, body: batch(...names), region: 'us-east-1', accessKeyId: 'FUNCTION', securityToken: undefined });
const assumption = {
  method: 'POST',
  path: '/',
  body: new URLSearchParams({ Action: 'AssumeRole', Version: '2011-06-15', RoleArn: ROLE, RoleSessionName: 'cdk-lightsail-distribution' }).toString(),
  region: 'us-east-1',
  accessKeyId: 'FUNCTION',
  securityToken: undefined,
};

describe.each([['the client', upsert], ['the client that is loaded on demand', route53.upsert]])('%s', (_what, write) => {
  test('writes the records of a zone with one request, which creates or replaces them', async () => {
    await write([{ hostedZoneId: 'Z1', records: [cname('example.com'), cname('www.example.com')] }]);
    expect(aws.requests).toEqual([byFunction('Z1', 'example.com', 'www.example.com')]);
  });

  test('sends one request for each zone, signed with the credentials of its role', async () => {
    await write([
      { hostedZoneId: 'Z1', records: [cname('example.com')] },
      { hostedZoneId: 'Z2', roleArn: ROLE, records: [cname('example.org')] },
      { hostedZoneId: 'Z3', records: [cname('example.net')] },
    ]);
    expect(aws.requests).toEqual([
      byFunction('Z1', 'example.com'),
      assumption,
      { ...byFunction('Z2', 'example.org'), accessKeyId: 'ASSUMED', securityToken: 'session' },
      byFunction('Z3', 'example.net'),
    ]);
  });
});

test('escapes what a record contains', async () => {
  await upsert([{ hostedZoneId: 'Z1', records: [{ name: '_a.<b>&', value: '"c"' }] }]);
  expect(aws.requests[0].body).toContain('<Name>_a.&lt;b&gt;&amp;</Name>');
});

const fails = async (roleArn?: string) => {
  const attempted = await attempt(() => upsert([{ hostedZoneId: 'Z1', roleArn, records: [cname('example.com')] }]));
  return 'failure' in attempted && { kind: attempted.failure.kind, description: attempted.failure.description };
};

describe('an error has its name and message', () => {
  test.each([
    [404, 'NoSuchHostedZone', 'No hosted zone found with ID: Z1', 'refused'],
    [403, 'AccessDenied', 'User: arn:aws:sts::111122223333:assumed-role/handler/web is not authorized to perform: route53:ChangeResourceRecordSets', 'access denied'],
    [400, 'InvalidChangeBatch', '[RRSet of type CNAME with DNS name _a.example.com. is not permitted]', 'refused'],
  ])('of Route 53: %i %s', async (status, code, message, kind) => {
    aws.responses = [refusal(status, code, message)];
    expect(await fails()).toEqual({ kind, description: `${code}: ${message}` });
    expect(aws.requests).toHaveLength(1);
  });

  test('of STS, after which no record is written', async () => {
    const message = 'User: arn:aws:sts::111122223333:assumed-role/handler/web is not authorized to perform: sts:AssumeRole';
    aws.responses = [refusal(403, 'AccessDenied', message)];
    expect(await fails(ROLE)).toEqual({ kind: 'access denied', description: `AccessDenied: ${message}` });
    expect(aws.requests).toEqual([assumption]);
  });

  test('after the first zone, whose records stay', async () => {
    aws.responses = [{ status: 200, body: '<ChangeResourceRecordSetsResponse/>' }, refusal(404, 'NoSuchHostedZone', 'No hosted zone found with ID: Z2')];
    const zones = ['Z1', 'Z2', 'Z3'].map((hostedZoneId) => ({ hostedZoneId, records: [cname('example.com')] }));
    expect(await attempt(() => upsert(zones))).toMatchObject({ ok: false, failure: { description: 'NoSuchHostedZone: No hosted zone found with ID: Z2' } });
    expect(aws.requests.map(({ path }) => path)).toEqual(['/2013-04-01/hostedzone/Z1/rrset', '/2013-04-01/hostedzone/Z2/rrset']);
  });
});

describe('a transient error', () => {
  test.each([
    [400, 'PriorRequestNotComplete', 'throttled'], [400, 'Throttling', 'throttled'], [503, 'ServiceUnavailable', 'outcome unknown'],
  ])('%i %s: is tried three times, then at the next poll', async (status, code, kind) => {
    aws.responses = Array.from({ length: 2 }, () => refusal(status, code, 'later'));
    expect(await fails()).toBe(false);
    aws.responses = Array.from({ length: 3 }, () => refusal(status, code, 'later'));
    expect(await fails()).toEqual({ kind, description: `${code}: later` });
    expect(aws.requests).toHaveLength(6);
  });
});

test('a response of STS without credentials is not replaced by those of the function', async () => {
  aws.responses = [{ status: 200, body: '<AssumeRoleResponse xmlns="https://sts.amazonaws.com/doc/2011-06-15/"><AssumeRoleResult></AssumeRoleResult></AssumeRoleResponse>' }];
  // Route 53 refuses this signature.
  await fails(ROLE);
  expect(aws.requests.map(({ accessKeyId }) => accessKeyId)).toEqual(['FUNCTION', 'nobody']);
});
