import { readFileSync } from 'node:fs';
import path from 'node:path';
import { aws_iam as iam, aws_route53 as route53, Stack } from 'aws-cdk-lib';
import { policyOf } from '../../cli/permissions';
import {
  adoptionStatement, cacheResetStatement, certificateStatements, ownershipStatements, readStatements, settingsStatements, validationRecordStatement,
} from '../../src/private/permissions';

const page = readFileSync(path.join(__dirname, '..', '..', 'docs', 'guides', 'permissions.md'), 'utf8');
const actionsOf = (...statements: iam.PolicyStatement[]) => [...new Set(statements.flatMap(({ actions }) => actions))].sort();
const zone = route53.HostedZone.fromHostedZoneAttributes(new Stack(), 'Zone', { hostedZoneId: 'Z1', zoneName: 'example.com' });

test.each([
  ['every stack', actionsOf(...readStatements())],
  ['`Distribution`', actionsOf(...ownershipStatements())],
  ['`Distribution` with `OnExisting.ADOPT`, also', actionsOf(adoptionStatement())],
  ['`DistributionCertificate`', actionsOf(...certificateStatements())],
  ['`DistributionCertificate` with `fromDns`, also', actionsOf(validationRecordStatement(zone, ['example.com']))],
  ['`DistributionCacheReset`', actionsOf(cacheResetStatement(true))],
  ['`DistributionSettings`', actionsOf(...settingsStatements())],
])('the permissions page has the actions of %s', (construct, actions) => {
  const row = page.split('\n').filter((line) => line.startsWith(`| ${construct} | \``));
  expect(row.map((line) => [...line.matchAll(/`(\w+:\w+)`/g)].map(([, action]) => action))).toEqual([actions]);
});

test('the policy of plan and drift is the one that a test compares with their calls', () => {
  const [, policy] = /```json\n([\s\S]*?)```/.exec(page) ?? [];
  for (const command of ['plan', 'drift'] as const) expect(JSON.parse(policy)).toEqual(policyOf(command));
});
