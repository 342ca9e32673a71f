import { Lazy, Resource } from 'aws-cdk-lib';
import { aws_lightsail } from 'aws-cdk-lib/interfaces';
import { Construct } from 'constructs';
import { checkDistributionName } from './private/checks/check-distribution';
import { refuse } from './private/checks/finding';

/**
 * An Amazon Lightsail distribution.
 *
 * @see https://docs.aws.amazon.com/lightsail/2016-11-28/api-reference/API_LightsailDistribution.html
 */
export class Distribution {
  /**
   * A distribution that exists already, by its name.
   *
   * Its ARN ends in an id that the name does not tell. Using it fails; ask a `DistributionSettings` of the same distribution for it.
   *
   * @param scope parent of the construct
   * @param id id of the construct
   * @param distributionName name that Lightsail shows: 2 to 255 letters, digits, `_` and `-`
   */
  public static fromDistributionName(scope: Construct, id: string, distributionName: string): aws_lightsail.IDistributionRef {
    class Import extends Resource implements aws_lightsail.IDistributionRef {
      public readonly distributionRef: aws_lightsail.DistributionReference = {
        distributionName,
        distributionArn: Lazy.string({
          produce: () => {
            throw new Error(`${this.node.path}: distributionArn: not known, got only the name "${distributionName}"; `
              + 'an ARN ends in an id that Lightsail gives the distribution; '
              + 'use distributionArn of a DistributionSettings of this distribution');
          },
        }),
      };
    }
    // All distributions lie in us-east-1, whatever the Region of the stack.
    const distribution = new Import(scope, id, { region: 'us-east-1' });
    refuse(distribution, checkDistributionName('distributionName', distributionName));
    return distribution;
  }

  private constructor() {}
}
