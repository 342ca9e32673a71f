import { App, PropertyInjectors, Stack } from 'aws-cdk-lib';
import { Template } from 'aws-cdk-lib/assertions';
import { CompanyDefaults } from '../company-defaults';
import { enforceCompanyPolicy } from '../company-policy';

// Newer versions of the CDK validate each template against the schemas of CloudFormation, which takes seconds and is not tested here.
process.env.CDK_VALIDATION = 'false';

export const OWNER = { team: 'shop', costCenter: '4711' };

/** An app with the policy, with or without the defaults. */
export function companyApp({ defaults = true } = {}): App {
  const app = new App();
  if (defaults) PropertyInjectors.of(app).add(new CompanyDefaults(OWNER));
  enforceCompanyPolicy(app);
  return app;
}

/** The properties of the only distribution in the template of a stack. */
export function distributionOf(stack: Stack): Record<string, unknown> {
  const [{ Properties }] = Object.values(Template.fromStack(stack).findResources('Custom::LightsailDistribution'));
  return Properties;
}
