import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import { AwsCustomResource, AwsCustomResourcePolicy, PhysicalResourceId, type AwsSdkCall } from 'aws-cdk-lib/custom-resources';
import { ACCOUNT, REGION } from '../../local-aws/environment';
import { NAME, type DesiredState } from '../scenarios';

export const STACK = 'Peer';

/** Synthesizes the app that a user without this library would write: API calls as a custom resource. Returns the folder of the app. */
export function synthesize(folder: string, desired: DesiredState, onUpdate: AwsSdkCall): string {
  const app = new App({ outdir: mkdtempSync(join(folder, 'peer-')) });
  const stack = new Stack(app, STACK, { env: { account: ACCOUNT, region: REGION } });
  new AwsCustomResource(stack, 'Distribution', {
    onCreate: lightsail('createDistribution', { distributionName: NAME, ...desired }),
    onUpdate,
    onDelete: lightsail('deleteDistribution', { distributionName: NAME }),
    policy: AwsCustomResourcePolicy.fromSdkCalls({ resources: AwsCustomResourcePolicy.ANY_RESOURCE }),
    // With true, each deployment would first install the newest SDK from npm.
    installLatestAwsSdk: false,
  });
  return app.synth().directory;
}

export function lightsail(action: string, parameters: object): AwsSdkCall {
  return { service: 'Lightsail', action, parameters, region: 'us-east-1', physicalResourceId: PhysicalResourceId.of(NAME) };
}
