import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { attachCustomSynthesis, CfnResource, Stage, Validations, type App } from 'aws-cdk-lib';
import { type IConstruct } from 'constructs';
import { companyRules, quoted, type CompanyRule, type DeployedProperties } from './company-rules';

/** What `Distribution` and `DistributionSettings` are in a template. */
const OWNED = 'Custom::LightsailDistribution';
const SETTINGS = 'Custom::LightsailDistributionSettings';

/**
 * Lets the synthesis of an app fail when a distribution is weaker than the company allows, whoever has defined it and however.
 *
 * It judges what was written to the templates, as that shows escape hatches too, and the stacks of every `Stage`.
 */
export function enforceCompanyPolicy(app: App): void {
  // An app is synthesized after all its stacks.
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
    const found = rule.found(properties);
    // Settings leave alone what they do not name: whoever owns the distribution answers for it.
    const isUnmanaged = found === undefined && cfnResourceType === SETTINGS;
    if (isUnmanaged || rule.isMetBy(found) || isAcknowledged(rule, resource)) return [];
    return `${resource.node.scope!.node.path}: ${rule.property}: below the company\'s standard, got ${quoted(found)}; `
      + `${rule.needed}; set it, or have the platform team acknowledge ${rule.id}`;
  });
}

function deployedProperties({ stack, logicalId }: CfnResource): DeployedProperties {
  const template = JSON.parse(readFileSync(join(Stage.of(stack)!.outdir, stack.templateFile), 'utf8'));
  return template.Resources[stack.resolve(logicalId)].Properties;
}

/** On the construct or what it is in, as cdk-nag has it. The CDK puts a prefix before the id, whose case depends on its version. */
function isAcknowledged({ id }: CompanyRule, construct: IConstruct): boolean {
  return construct.node.scopes.flatMap(({ node }) => node.metadata)
    .filter(({ type }) => type === Validations.ACKNOWLEDGED_RULES_METADATA_KEY)
    .flatMap(({ data }) => Object.keys(data))
    .some((acknowledged) => acknowledged.replace(/^annotation::/i, '') === id);
}
