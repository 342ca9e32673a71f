import { readFileSync } from 'node:fs';
import { arch, cpus, platform, totalmem } from 'node:os';
import { join } from 'node:path';
import { ROOT } from '../local-aws/environment';

const versionOf = (name: string) => (JSON.parse(readFileSync(join(ROOT, 'node_modules', name, 'package.json'), 'utf8')) as { version: string }).version;

export interface Environment {
  readonly date: string;
  readonly versions: Readonly<Record<string, string>>;
  readonly machine: string;
}

/** The date, the versions and the machine of a measurement. */
export function environment(): Environment {
  const requirements = readFileSync(join(ROOT, 'local-aws', 'requirements.txt'), 'utf8');
  return {
    date: new Date().toISOString().slice(0, 10),
    versions: {
      'Node': process.versions.node,
      'aws-cdk-lib': versionOf('aws-cdk-lib'),
      'CDK CLI': versionOf('aws-cdk'),
      'MiniStack': /^ministack==(.*)$/m.exec(requirements)![1],
      '@aws-sdk/client-lightsail': versionOf('@aws-sdk/client-lightsail'),
      'esbuild': versionOf('esbuild'),
    },
    machine: `${cpus().length} cores, ${Math.round(totalmem() / 2 ** 30)} GB of memory, ${platform()} ${arch()}`,
  };
}
