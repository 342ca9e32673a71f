import { mkdtempSync } from 'node:fs';
import { join } from 'node:path';
import { App, Stack } from 'aws-cdk-lib';
import type { CdkApp } from '../../local-aws/cdk-cli';
import { ACCOUNT, REGION } from '../../local-aws/environment';
import type { LocalAws } from '../../local-aws/local-aws';

/** An app of one stack, synthesized here, so that each test shows what it deploys. */
export function synthesize({ folder }: LocalAws, stackName: string, build: (stack: Stack) => void, region = REGION): CdkApp {
  const app = new App({ outdir: mkdtempSync(join(folder, `${stackName}-`)) });
  build(new Stack(app, stackName, { env: { account: ACCOUNT, region } }));
  return { app: app.synth().directory };
}
