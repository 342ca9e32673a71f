import { Fn, Lazy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkDistributionArn, checkDistributionName } from './checks/check-distribution';
import { refuseProps } from './checks/check-types';
import { refuse } from './checks/finding';
import { DISTRIBUTION_ATTRIBUTES } from './checks/types/distribution';
import { DistributionBase } from './distribution-base';
import { DistributionAttributes } from '../distribution-props';

/** A distribution that the stack refers to but does not manage. */
export class ImportedDistribution extends DistributionBase {
  public readonly distributionName: string;
  public readonly distributionArn: string;
  public readonly distributionDomainName: string;

  constructor(scope: Construct, id: string, attributes: DistributionAttributes) {
    refuseProps(scope, id, attributes, DISTRIBUTION_ATTRIBUTES, 'attributes');
    const { distributionName, distributionArn, distributionDomainName } = attributes;
    super(scope, id, {
      account: distributionArn === undefined ? undefined : Fn.select(4, Fn.split(':', distributionArn)),
    });
    refuse(this, [
      ...checkDistributionName('distributionName', distributionName, 'use the name of the distribution in Lightsail'),
      ...checkDistributionArn('distributionArn', distributionArn),
    ]);
    this.distributionName = distributionName;
    this.distributionArn = distributionArn ?? this.unknown('distributionArn');
    this.distributionDomainName = distributionDomainName ?? this.unknown('distributionDomainName');
  }

  /** An unknown attribute is an error only when something refers to it. */
  private unknown(attribute: keyof DistributionAttributes): string {
    return Lazy.string({
      produce: () => {
        throw new Error(`${this.node.path}: ${attribute}: unknown, got only the name "${this.distributionName}"; `
          + 'Lightsail assigns it, and it cannot be derived from the name; '
          + `specify it with Distribution.fromDistributionAttributes, or use ${attribute} of a DistributionSettings of this distribution`);
      },
    });
  }
}
