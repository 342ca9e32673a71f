import { Fn, Lazy } from 'aws-cdk-lib';
import { Construct } from 'constructs';
import { checkDistributionArn, checkDistributionName } from './checks/check-distribution';
import { refuse } from './checks/finding';
import { DistributionBase } from './distribution-base';
import { DistributionAttributes } from '../distribution-props';

/** A distribution that this stack only refers to. */
export class ImportedDistribution extends DistributionBase {
  public readonly distributionName: string;
  public readonly distributionArn: string;
  public readonly distributionDomainName: string;

  constructor(scope: Construct, id: string, attributes: DistributionAttributes) {
    const { distributionName, distributionArn, distributionDomainName } = attributes;
    super(scope, id, {
      account: distributionArn === undefined ? undefined : Fn.select(4, Fn.split(':', distributionArn)),
    });
    refuse(this, [
      ...checkDistributionName('distributionName', distributionName, 'use the name that Lightsail shows for the distribution'),
      ...checkDistributionArn('distributionArn', distributionArn),
    ]);
    this.distributionName = distributionName;
    this.distributionArn = distributionArn ?? this.unknown('distributionArn');
    this.distributionDomainName = distributionDomainName ?? this.unknown('distributionDomainName');
  }

  /** Nobody needs to know what nobody uses. */
  private unknown(attribute: keyof DistributionAttributes): string {
    return Lazy.string({
      produce: () => {
        throw new Error(`${this.node.path}: ${attribute}: not known, got only the name "${this.distributionName}"; `
          + 'Lightsail chooses it, and the name does not tell it; '
          + `give it to Distribution.fromDistributionAttributes, or use ${attribute} of a DistributionSettings of this distribution`);
      },
    });
  }
}
