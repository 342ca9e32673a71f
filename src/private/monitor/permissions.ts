import { Aws, aws_iam as iam, aws_logs as logs } from 'aws-cdk-lib';

/** The log streams by which the function claims the periods that it publishes. */
export const CLAIMS = 'published/*';

/** Actions for which Lightsail has no resource-level permission. The monitor only reads. */
const READS = ['lightsail:GetCertificates', 'lightsail:GetDistributionBundles', 'lightsail:GetDistributionMetricData', 'lightsail:GetDistributions'];

/** The permissions of the function for Lightsail and its own log group, and of its schedules to invoke it. */
export function monitorStatements(logGroup: logs.ILogGroup, functionArn: string): iam.PolicyStatement[] {
  return [
    new iam.PolicyStatement({ actions: READS, resources: ['*'] }),
    new iam.PolicyStatement({ actions: ['logs:CreateLogStream', 'logs:DescribeLogStreams', 'logs:PutLogEvents'], resources: [logGroup.logGroupArn] }),
    new iam.PolicyStatement({
      actions: ['logs:DeleteLogStream'],
      resources: [`arn:${Aws.PARTITION}:logs:${Aws.REGION}:${Aws.ACCOUNT_ID}:log-group:${logGroup.logGroupName}:log-stream:${CLAIMS}`],
    }),
    new iam.PolicyStatement({ actions: ['lambda:InvokeFunction'], resources: [functionArn] }),
  ];
}
