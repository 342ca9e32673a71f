import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { CdkApp } from '../../local-aws/cdk-cli';
import { ACCOUNT, REGION } from '../../local-aws/environment';
import type { LocalAws } from '../../local-aws/local-aws';
import { Distribution, type DistributionProps } from '../../src';

/** Synthesizes an app with one stack in this process, so that each test shows what it deploys. */
export function synthesize({ folder }: LocalAws, stackName: string, build: (stack: Stack) => void, region = REGION): CdkApp {
  const app = new App({ outdir: mkdtempSync(join(folder, `${stackName}-`)) });
  build(new Stack(app, stackName, { env: { account: ACCOUNT, region } }));
  return { app: app.synth().directory };
}

/** Synthesizes an app with one stack that owns a distribution. The origin is that of `seedOrigin`. */
export function synthesizeOwned(local: LocalAws, stackName: string, props: Partial<DistributionProps>): CdkApp {
  return synthesize(local, stackName, (stack) => {
    owned(stack, props);
  });
}

export function owned(stack: Stack, props: Partial<DistributionProps>): Distribution {
  return new Distribution(stack, 'Cdn', { origin: { name: ORIGIN }, ...props });
}

const ORIGIN = 'web';

export async function seedOrigin({ lightsail }: LocalAws): Promise<void> {
  await lightsail.seedOrigin(ORIGIN, { regionName: REGION, resourceType: 'Instance' });
}
