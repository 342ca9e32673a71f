import { RemovalPolicy, Token } from 'aws-cdk-lib';
import { checkOptions } from './check-options';
import { checkWafBundle } from './check-waf';
import { finding, Findings } from './finding';
import { DistributionBundle } from '../../distribution-bundle';
import { DistributionProps, OnExisting } from '../../distribution-props';
import { Settings } from '../resource-properties';

/** The maximum length of an ARN in IAM. */
const MAX_ARN_LENGTH = 2048;

/** Checks all properties of a distribution that the stack owns, except its tags. */
export function checkDistribution(props: DistributionProps): Findings {
  return [
    ...checkDistributionName('distributionName', props.distributionName, 'choose another name, or leave it out to have one generated'),
    ...checkOnExisting(props),
    ...checkRemovalPolicy(props.removalPolicy, 'distribution'),
    ...checkOptions(props),
    ...checkNewDistribution(props),
  ];
}

/** The anchored pattern of the API model, and the maximum length that the console allows. */
export function checkDistributionName(property: string, name: string | undefined, todo: string): Findings {
  if (name === undefined || Token.isUnresolved(name)) { return []; }
  // The length is checked first, since the cost of matching grows with it.
  if (name.length <= 255 && /^\w[\w-]*\w$/.test(name)) { return []; }
  return finding(property, {
    what: 'malformed name',
    got: `"${name}"`,
    allowed: '2 to 255 letters, digits, "_" and "-" are allowed, with no "-" at either end',
    todo,
  });
}

export function checkDistributionArn(property: string, arn: string | undefined): Findings {
  if (arn === undefined || Token.isUnresolved(arn)) { return []; }
  if (arn.length <= MAX_ARN_LENGTH && /^arn:[\w-]+:lightsail:us-east-1:\d{12}:Distribution\/[\w-]+$/.test(arn)) { return []; }
  return finding(property, {
    what: 'malformed ARN',
    got: `"${arn}"`,
    allowed: 'an ARN of the form "arn:aws:lightsail:us-east-1:<account>:Distribution/<id>" is allowed',
    todo: 'use the ARN that `aws lightsail get-distributions --region us-east-1` returns',
  });
}

export function checkRemovalPolicy(removalPolicy: RemovalPolicy | undefined, noun: 'distribution' | 'certificate'): Findings {
  if (removalPolicy !== RemovalPolicy.SNAPSHOT) { return []; }
  return finding('removalPolicy', {
    what: 'snapshots are not supported',
    got: 'RemovalPolicy.SNAPSHOT',
    allowed: 'DESTROY, RETAIN and RETAIN_ON_UPDATE_OR_DELETE are allowed',
    todo: `use RemovalPolicy.RETAIN to retain the ${noun}`,
  });
}

/** A construct without any setting has no effect, so it is a mistake. */
export function checkAtLeastOneSetting(settings: Settings): Findings {
  if (Object.keys(settings).length > 0) { return []; }
  return finding('settings', {
    what: 'nothing to manage', got: 'no setting', allowed: 'at least one is needed', todo: 'specify a setting or leave the construct out',
  });
}

function checkOnExisting({ distributionName, onExisting }: DistributionProps): Findings {
  if (onExisting !== OnExisting.ADOPT || distributionName !== undefined) { return []; }
  return finding('onExisting', {
    what: 'nothing to adopt',
    got: 'OnExisting.ADOPT without distributionName',
    allowed: 'a generated name never belongs to an existing distribution',
    todo: 'specify distributionName or leave onExisting out',
  });
}

/** An adopted distribution already has a bundle, which is unknown at synthesis. */
function checkNewDistribution({ bundle, onExisting, waf }: DistributionProps): Findings {
  if (bundle !== undefined || onExisting === OnExisting.ADOPT) { return []; }
  const { value } = DistributionBundle.SMALL_1_0;
  return checkWafBundle(waf, value, `no bundle, and a new distribution gets "${value}"`);
}
