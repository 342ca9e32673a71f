import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { checkOptions } from './check-options';
import { checkWafBundle } from './check-waf';
import { finding, Findings } from './finding';
import { DistributionBundle } from '../../distribution-bundle';
import { DistributionProps, OnExisting } from '../../distribution-props';
import { Settings } from '../resource-properties';

/** Everything that can be known to be wrong with a distribution that the stack owns, but for its tags. */
export function checkDistribution(props: DistributionProps): Findings {
  return [
    ...checkDistributionName('distributionName', props.distributionName, 'choose another name, or leave it out to have one made up'),
    ...checkOnExisting(props),
    ...checkRemovalPolicy(props.removalPolicy),
    ...checkOptions(props),
    ...checkNewDistribution(props),
  ];
}

/** The API model's pattern, anchored; the length is the console's. */
export function checkDistributionName(property: string, name: string | undefined, todo: string): Findings {
  if (name === undefined || Token.isUnresolved(name)) { return []; }
  if (/^\w[\w-]*\w$/.test(name) && name.length <= 255) { return []; }
  return finding(property, {
    what: 'malformed name',
    got: `"${name}"`,
    allowed: '2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end',
    todo,
  });
}

export function checkDistributionArn(property: string, arn: string | undefined): Findings {
  if (arn === undefined || Token.isUnresolved(arn)) { return []; }
  if (/^arn:[\w-]+:lightsail:us-east-1:\d{12}:Distribution\/[\w-]+$/.test(arn)) { return []; }
  return finding(property, {
    what: 'malformed ARN',
    got: `"${arn}"`,
    allowed: 'an ARN of the form "arn:aws:lightsail:us-east-1:<account>:Distribution/<id>" is allowed',
    todo: 'use the ARN that `aws lightsail get-distributions --region us-east-1` shows',
  });
}

export function checkRemovalPolicy(removalPolicy: RemovalPolicy | undefined): Findings {
  if (removalPolicy !== RemovalPolicy.SNAPSHOT) { return []; }
  return finding('removalPolicy', {
    what: 'no snapshots',
    got: 'RemovalPolicy.SNAPSHOT',
    allowed: 'DESTROY, RETAIN and RETAIN_ON_UPDATE_OR_DELETE are allowed',
    todo: 'use RemovalPolicy.RETAIN to keep the distribution',
  });
}

/** A construct that manages nothing is a mistake. */
export function checkAnySetting(settings: Settings): Findings {
  if (Object.keys(settings).length > 0) { return []; }
  return finding('settings', {
    what: 'nothing to manage', got: 'no setting', allowed: 'at least one is needed', todo: 'give a setting or leave the construct out',
  });
}

function checkOnExisting({ distributionName, onExisting }: DistributionProps): Findings {
  if (onExisting !== OnExisting.ADOPT || distributionName !== undefined) { return []; }
  return finding('onExisting', {
    what: 'nothing to adopt',
    got: 'OnExisting.ADOPT without distributionName',
    allowed: 'a name that is made up belongs to no other distribution',
    todo: 'name the distribution or leave onExisting out',
  });
}

/** An adopted distribution brings a bundle of its own. */
function checkNewDistribution({ bundle, onExisting, waf }: DistributionProps): Findings {
  if (bundle !== undefined || onExisting === OnExisting.ADOPT) { return []; }
  const { value } = DistributionBundle.SMALL_1_0;
  return checkWafBundle(waf, value, `no bundle, and a new distribution gets "${value}"`);
}
