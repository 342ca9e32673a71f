import { ChangeResourceRecordSetsCommand, Route53Client } from '@aws-sdk/client-route-53';
import { AssumeRoleCommand, type Credentials, STSClient } from '@aws-sdk/client-sts';
import type { ZoneRecords } from './route53';

/** Route 53 is a global service with this Region. */
const region = 'us-east-1';
// Without the last member the SDK only logs a warning about a request that takes longer.
const requestHandler = { connectionTimeout: 3_000, requestTimeout: 10_000, throwOnRequestTimeout: true };

/** In seconds: as long as resolvers may keep a record that was replaced. */
const TTL = 300;

/** Route 53 over HTTP, by the AWS SDK. A record that exists is replaced. */
export async function upsert(zones: readonly ZoneRecords[]): Promise<void> {
  for (const { hostedZoneId, roleArn, records } of zones) {
    const client = new Route53Client({ region, requestHandler, ...(roleArn !== undefined && { credentials: await credentialsOf(roleArn) }) });
    await client.send(new ChangeResourceRecordSetsCommand({
      HostedZoneId: hostedZoneId,
      ChangeBatch: {
        Changes: records.map(({ name, value }) => ({
          Action: 'UPSERT', ResourceRecordSet: { Name: name, Type: 'CNAME', TTL, ResourceRecords: [{ Value: value }] },
        })),
      },
    }));
  }
}

async function credentialsOf(roleArn: string) {
  const { Credentials: credentials } = await new STSClient({ region, requestHandler })
    .send(new AssumeRoleCommand({ RoleArn: roleArn, RoleSessionName: 'cdk-lightsail-distribution' }));
  const { AccessKeyId: accessKeyId = '', SecretAccessKey: secretAccessKey = '', SessionToken: sessionToken } = credentials ?? {} as Credentials;
  return { accessKeyId, secretAccessKey, sessionToken };
}
