import { App, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CompanyDefaults } from '../company-defaults';
import { enforceCompanyPolicy } from '../company-policy';

// Newer versions of the CDK check each template against CloudFormation's schemas, which takes seconds and is not what is tested here.
process.env.CDK_VALIDATION = 'false';

export const OWNER = { team: 'shop', costCenter: '4711' };

/** An app with the policy, and with the defaults unless it is to do without. */
export function companyApp({ defaults = true } = {}): App {
  const app = new App();
  if (defaults) PropertyInjectors.of(app).add(new CompanyDefaults(OWNER));
  enforceCompanyPolicy(app);
  return app;
}

/** What the one distribution of a stack has in the template. */
export function distributionOf(stack: Stack): Record<string, unknown> {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('Custom::LightsailDistribution'));
  return Properties;
}
