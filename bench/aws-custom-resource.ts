import { mkdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { isDeepStrictEqual } from 'node:util';
import type { AwsSdkCall } from 'aws-cdk-lib/custom-resources';
import { lightsail, STACK, synthesize } from './apps/aws-custom-resource';
import { seedDistribution, startAnew } from './lightsail';
import { outcome, type Outcome } from './outcome';
import { NAME, type Scenario, type DesiredState } from './scenarios';
import { ROOT } from '../local-aws/environment';
import { LocalAws } from '../local-aws/local-aws';

/** The duration of a deployment to the real edge. The benchmark does not wait for it, because AwsCustomResource does not wait either. */
const EDGE_SECONDS = 300;

/** The real AwsCustomResource, on the CDK CLI, CloudFormation and Lambda of the local AWS. */
export class AwsCustomResources {
  static async start(): Promise<AwsCustomResources> {
    const local = await LocalAws.start({ operationSeconds: EDGE_SECONDS, deploymentSeconds: EDGE_SECONDS });
    // The runtime of Lambda includes the SDK. The local Lambda finds it where Node.js looks for it.
    mkdirSync(join(local.folder, 'node_modules'));
    symlinkSync(join(ROOT, 'node_modules', '@aws-sdk'), join(local.folder, 'node_modules', '@aws-sdk'));
    return new AwsCustomResources(local);
  }

  private constructor(private readonly local: LocalAws) {}

  /** The scenarios must begin with a create and end with a delete, as the lifecycle of a stack does. */
  async run({ from, to }: Scenario): Promise<Outcome> {
    const { local } = this;
    await startAnew(local.lightsail);
    if (from) await seedDistribution(local.lightsail, from);
    const app = { app: synthesize(local.folder, (to ?? from)!, update(from, to)) };
    const { exitCode, output } = to ? await local.cdk.deploy(app) : await local.cdk.destroy(app);
    if (exitCode !== 0) throw new Error(`AwsCustomResource: the deployment failed\n${output}`);
    return outcome(await local.lightsail.calls(), { ...await this.times(), edgeSeconds: EDGE_SECONDS });
  }

  close(): Promise<void> {
    return this.local.close();
  }

  /** The times of the last request in the events of CloudFormation. */
  private async times(): Promise<{ startedAt: number; answeredAt: number }> {
    const events = (await this.local.aws.stackEvents(STACK)).filter(({ ResourceType }) => ResourceType === 'Custom::AWS');
    const [started, answered] = events.slice(-2).map(({ Timestamp }) => Date.parse(Timestamp));
    return { startedAt: started, answeredAt: answered };
  }
}

function update(from: DesiredState | undefined, to: DesiredState | undefined): AwsSdkCall {
  if (from && to && !isDeepStrictEqual(from.tags, to.tags)) return lightsail('tagResource', { resourceName: NAME, tags: to.tags });
  const { bundleId, tags, ...settings } = (to ?? from)!;
  return lightsail('updateDistribution', {
    distributionName: NAME,
    ...settings,
    ...(settings.certificateName !== undefined && { useDefaultCertificate: false }),
    // CloudFormation sends a request only if a property differs, so the no-op scenario changes this one. The SDK drops the unknown member.
    ...(from === to && { reconciledAt: new Date().toISOString() }),
  });
}
