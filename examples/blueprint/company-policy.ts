import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachCustomSynthesis, CfnResource, Stage, Validations, type App } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';
import { companyRules, quoted, type CompanyRule, type DeployedProperties } from './company-rules';

/** The resource types of `Distribution` and `DistributionSettings`. */
const OWNED = 'Custom::LightsailDistribution';
const SETTINGS = 'Custom::LightsailDistributionSettings';

/**
 * Makes the synthesis of an app fail if a distribution does not meet the company's standard.
 *
 * It checks the synthesized templates, which include escape hatches, of all stacks in the app and in every `Stage`.
 */
export function enforceCompanyPolicy(app: App): void {
  // The app is synthesized after all its stacks.
  attachCustomSynthesis(app, {
    onSynthesize: () => {
      const findings = app.node.findAll().filter((construct) => CfnResource.isCfnResource(construct)).flatMap(check);
      if (findings.length > 0) throw new Error(findings.join('\n'));
    },
  });
}

function check(resource: CfnResource): readonly string[] {
  const { cfnResourceType } = resource;
  if (cfnResourceType !== OWNED && cfnResourceType !== SETTINGS) return [];
  const properties = deployedProperties(resource);
  return companyRules.flatMap((rule) => {
    const actual = rule.actual(properties);
    // The owner of the distribution is responsible for settings that `DistributionSettings` does not manage.
    const isUnmanaged = actual === undefined && cfnResourceType === SETTINGS;
    if (isUnmanaged || rule.isMetBy(actual) || isAcknowledged(rule, resource)) return [];
    return `${resource.node.scope!.node.path}: ${rule.property}: below the company\'s standard, got ${quoted(actual)}; `
      + `${rule.needed}; set it, or have the platform team acknowledge ${rule.id}`;
  });
}

function deployedProperties({ stack, logicalId }: CfnResource): DeployedProperties {
  const template = JSON.parse(readFileSync(join(Stage.of(stack)!.outdir, stack.templateFile), 'utf8'));
  return template.Resources[stack.resolve(logicalId)].Properties;
}

/** Whether the construct or one of its scopes acknowledges the rule, as with cdk-nag. The CDK adds a prefix to the id, and its case depends on the version. */
function isAcknowledged({ id }: CompanyRule, construct: IConstruct): boolean {
  return construct.node.scopes.flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data))
    .some((acknowledged) => acknowledged.replace(/^annotation::/i, '') === id);
}
