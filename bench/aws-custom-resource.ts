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

/** As of the real edge: it need not be waited for, as AwsCustomResource does not wait either. */
const EDGE_SECONDS = 300;

/** AwsCustomResource, for real: the CDK CLI, CloudFormation and Lambda of the local AWS. */
export class AwsCustomResources {
  static async start(): Promise<AwsCustomResources> {
    const local = await LocalAws.start({ operationSeconds: EDGE_SECONDS, deploymentSeconds: EDGE_SECONDS });
    // Lambda's runtime brings the SDK; the local one finds it where Node looks for it.
    mkdirSync(join(local.folder, 'node_modules'));
    symlinkSync(join(ROOT, 'node_modules', '@aws-sdk'), join(local.folder, 'node_modules', '@aws-sdk'));
    return new AwsCustomResources(local);
  }

  private constructor(private readonly local: LocalAws) {}

  /** The scenarios must begin with a create and end with a delete, as a stack does. */
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

  /** Of the last request, as CloudFormation saw it. */
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
    // Nothing else makes CloudFormation ask when nothing has changed; the SDK drops what it does not know.
    ...(from === to && { reconciledAt: new Date().toISOString() }),
  });
}
