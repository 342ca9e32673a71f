import { Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { AwsSolutionsChecks } from 'cdk-nag';
import { app } from '../app';

const shop = app.node.findChild('Shop') as Stack;

test('the policy allows the app, with its one exception', () => {
  const versions = Object.values(Template.fromStack(shop).findResources('Custom::LightsailDistribution'))
    .map(({ Properties }) => Properties.settings.viewerMinimumTlsProtocolVersion);
  expect(versions).toEqual(['TLSv1.2_2021', 'TLSv1.2_2021', 'TLSv1.2_2019']);
});

test('all findings of cdk-nag are acknowledged', () => {
  expect(new AwsSolutionsChecks(app).validateScope(app).violations).toEqual([]);
});
