import { builtPackage } from './built-package';
import { copyExample, run, type InstalledApp } from './installed-app';

export const MODULE = 'github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution';

// The version that npm installed here, which jsii-pacmak therefore requires, is not on every module proxy. aws-cdk-go accepts an older one.
const EXCLUDED = 'github.com/cdklabs/awscdk-asset-node-proxy-agent-go/nodeproxyagentv6/v2@v2.1.3';

export async function installGo(name?: string): Promise<InstalledApp> {
  const app = { cwd: copyExample('go', name), env: {} };
  await run(app, 'go', ['mod', 'edit', `-replace=${MODULE}=${builtPackage('go')}`, `-exclude=${EXCLUDED}`]);
  await run(app, 'go', ['build', '-mod=mod', './...']);
  return app;
}
