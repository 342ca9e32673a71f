import { owned } from './account';
import { LATER_STACK_ID, manual, NAME, STACK_ID, wanted } from './certificate-account';
import { Stack } from './cloudformation';
import { inputsOf } from './handler-over-http';
import { asBundle, inThisProcess, type Host } from './hosts';
import { AwsEndpoint, refusal } from './route53/aws-endpoint';
import { CERTIFICATE } from '../../lambda/certificate/name';
import { DISTRIBUTION } from '../../lambda/distribution/name';
import { startSimulator, type Simulator } from '../../simulator';

const ROLE = 'arn:aws:iam::444455556666:role/dns';
const NEW = 'web-Certificate-3cba6ac8e8d9';

describe.each([['the sources', inThisProcess], ['the bundle that ships', asBundle]])('%s over HTTP', (hostName, startHost) => {
  const aws = new AwsEndpoint();
  let simulator: Simulator;
  let host: Host;

  const pass = async (seconds: number) => {
    await simulator.control.advance(seconds);
    host.setTime(simulator.clock.now());
  };
  const stackOf = (logicalId: string, resourceType: string, stackId = STACK_ID) => new Stack(host, pass, 'web', { logicalId, resourceType, stackId });
  const calls = async () => (await simulator.control.calls()).map(({ operation }) => operation);
  const writes = async () => (await simulator.control.calls()).filter(({ operation }) => !operation.startsWith('Get'));
  const requested = async () => (await simulator.control.snapshot()).certificates.map(({ certificateName }) => certificateName);

  beforeAll(async () => {
    simulator = await startSimulator({ operationSeconds: 15, deploymentSeconds: 25, clock: 'manual', behaviour: { issueSeconds: 20 } });
    const url = await aws.start();
    host = await startHost(simulator.url, { AWS_ENDPOINT_URL_ROUTE_53: url, AWS_ENDPOINT_URL_STS: url });
    aws.onUpsert = ({ name, value }) => simulator.service.seeds.seedDnsRecord(name, { value });
  });

  afterAll(async () => {
    await host.stop();
    await aws.stop();
    await simulator.close();
  });

  beforeEach(async () => {
    await simulator.control.reset();
    await pass(0);
    aws.requests = [];
    aws.responses = [];
  });

  afterEach(() => {
    expect(host.log()).not.toMatch(/secret|session/);
    expect(host.warnings()).toBe('');
  });

  test('create without a hosted zone loads nothing for Route 53', async () => {
    expect(await stackOf('Certificate', CERTIFICATE).create(manual({ waitForIssuance: false }))).toMatchObject({ status: 'CREATE_COMPLETE', data: { status: 'PENDING_VALIDATION' } });
    expect(aws.requests).toEqual([]);
    expect(await host.loadedFiles()).toEqual(hostName === 'the sources' ? [] : ['index.js']);
  });

  test('create, replace, swap and delete', async () => {
    const stack = stackOf('Certificate', CERTIFICATE);
    const hostedZones = [{ domainName: 'example.net', hostedZoneId: 'Z1' }, { domainName: 'www.example.net', hostedZoneId: 'Z2', roleArn: ROLE }];
    const created = await stack.create(wanted({ hostedZones, tags: [{ key: 'team', value: 'web' }] }));
    expect(created).toEqual({
      status: 'CREATE_COMPLETE',
      data: {
        certificateName: NAME,
        certificateArn: expect.stringMatching(/^arn:aws:lightsail:us-east-1:\d{12}:Certificate\//),
        status: 'ISSUED',
        validationRecords: expect.stringMatching(/^_\w+\.example\.net\. CNAME _\w+\.acm-validations\.aws\., _\w+\.www\.example\.net\. CNAME _\w+\.acm-validations\.aws\.$/),
      },
      reasons: [],
    });
    expect(aws.requests.map(({ path, accessKeyId }) => [path, accessKeyId])).toEqual([
      ['/2013-04-01/hostedzone/Z1/rrset', 'test'], ['/', 'test'], ['/2013-04-01/hostedzone/Z2/rrset', 'ASSUMED'],
    ]);
    expect(await calls()).toEqual([
      'GetCertificates', 'CreateCertificate', 'GetCertificates', 'GetCertificates', 'TagResource', 'GetCertificates', 'GetCertificates', 'GetCertificates',
    ]);
    expect(await host.loadedFiles()).toEqual(hostName === 'the sources' ? [] : ['index.js', 'route53.js']);

    await simulator.control.seedOrigin('web', { regionName: 'eu-west-1', resourceType: 'Instance' });
    const distribution = stackOf('Cdn', DISTRIBUTION);
    expect(await distribution.create(owned({ certificateName: NAME }))).toMatchObject({ status: 'CREATE_COMPLETE', data: { alternativeDomainNames: 'example.net,www.example.net' } });
    await simulator.control.clearCalls();

    const beforeCleanUp = async () => {
      expect(await distribution.update(owned({ certificateName: NEW }, { waitForDeployment: false }))).toMatchObject({ status: 'UPDATE_COMPLETE' });
    };
    const more = { hostedZones: [{ hostedZoneId: 'Z1' }], subjectAlternativeNames: ['www.example.net', 'shop.example.net'] };
    expect(await stack.update(wanted(more), { beforeCleanUp })).toMatchObject({ status: 'UPDATE_COMPLETE', data: { certificateName: NEW, status: 'ISSUED' }, reasons: [] });
    expect(await requested()).toEqual([NEW]);
    expect(inputsOf(await writes()).filter(([operation]) => !/agResource$/.test(operation as string))).toEqual([
      ['CreateCertificate', expect.objectContaining({ certificateName: NEW })],
      ['UpdateDistribution', { distributionName: 'my-cdn', certificateName: NEW, useDefaultCertificate: false }],
      ['DeleteCertificate', { certificateName: NAME }],
    ]);

    expect(await distribution.delete()).toMatchObject({ status: 'DELETE_COMPLETE' });
    expect(await stack.delete()).toEqual({ status: 'DELETE_COMPLETE', reasons: [] });
    expect(await requested()).toEqual([]);
  });

  test('records that Route 53 refuses: the next stack of the name continues with the certificate', async () => {
    aws.responses = [refusal(404, 'NoSuchHostedZone', 'No hosted zone found with ID: Z1')];
    expect(await stackOf('Certificate', CERTIFICATE).create(wanted())).toEqual({
      status: 'ROLLBACK_COMPLETE',
      reasons: [`${NAME}: ChangeResourceRecordSets was refused, got NoSuchHostedZone: No hosted zone found with ID: Z1; check the hosted zones of the validation, `
        + 'and that the role of the function, or the role it assumes, may write to them, and deploy again, which continues with this certificate'],
    });
    expect(await stackOf('Certificate', CERTIFICATE, LATER_STACK_ID).create(wanted())).toMatchObject({ status: 'CREATE_COMPLETE' });
    expect((await writes()).filter(({ operation }) => operation === 'CreateCertificate')).toHaveLength(1);
  });

  test('a certificate in use cannot be deleted, and the message names the distributions of all pages', async () => {
    await simulator.control.seedDistribution('cdn-1', {});
    await simulator.control.seedDistribution('cdn-2', { certificateName: NAME, alternativeDomainNames: ['example.net'] });
    const stack = stackOf('Certificate', CERTIFICATE);
    await stack.create(wanted());
    expect(await stack.delete()).toEqual({
      status: 'DELETE_FAILED',
      reasons: [`${NAME}: not deleted after 900 s, pending: in use by cdn-2; attach another certificate to the distributions that have it, or delete them, then delete the certificate again`],
    });
  });
});
