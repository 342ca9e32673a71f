import { builtPackage } from './built-package';
import { copyExample, run, type InstalledApp } from './installed-app';

export const MODULE = 'github.com/cdklightsail/cdk-lightsail-distribution-go/cdklightsaildistribution';

// jsii-pacmak makes the module ask for the version that npm has installed here; aws-cdk-go is content with an older one.
const EXCLUDED = 'github.com/cdklabs/awscdk-asset-node-proxy-agent-go/nodeproxyagentv6/v2@v2.1.3';

export async function installGo(name?: string): Promise<InstalledApp> {
  const app = { cwd: copyExample('go', name), env: {} };
  await run(app, 'go', ['mod', 'edit', `-replace=${MODULE}=${builtPackage('go')}`, `-exclude=${EXCLUDED}`]);
  await run(app, 'go', ['build', '-mod=mod', './...']);
  return app;
}
