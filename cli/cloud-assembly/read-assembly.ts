import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import type { AwsCloudFormationStackProperties } from 'newest-cloud-assembly-schema';
import { metadataOf, type StackArtifact, stackArtifacts } from './artifacts';
import type { AssemblyStack, AssemblyTemplate } from './assembly-stack';
import { nestedTemplates } from './nested-templates';
import type { Template } from '../cloudformation/template';
import { UserError } from '../user-error';

export function hasAssembly(directory: string): boolean {
  return existsSync(join(directory, 'manifest.json'));
}

/** Returns the stacks of a cloud assembly, including those of stages, in the order of their dependencies. */
export function readAssembly(directory: string): readonly AssemblyStack[] {
  if (!hasAssembly(directory)) {
    throw new UserError(`${directory}: no cloud assembly, got no manifest.json; a directory that cdk synth wrote is allowed; run cdk synth first, or name the directory with --app`);
  }
  try {
    return stackArtifacts(directory).map(stackOf);
  } catch (error) {
    const { message } = error as Error;
    if (/schema version mismatch/i.test(message)) {
      const [, allowed, given] = /supported is (\S+?),? but found (\S+)/.exec(message) ?? [];
      throw new UserError(`${directory}: written by a newer CDK, got schema ${given?.replace(/\.$/, '') ?? 'unknown'}; schemas up to ${allowed ?? 'that of this program'} are allowed; update cdk-lightsail-distribution`);
    }
    throw new UserError(`${directory}: not a readable cloud assembly, got "${message.split('\n')[0]}"; run cdk synth again`);
  }
}

/** The parts of `aws://ACCOUNT/REGION` that the app leaves to the environment of the CDK CLI. */
const UNKNOWN = ['unknown-account', 'unknown-region'];

function stackOf(found: StackArtifact): AssemblyStack {
  const { id, directory, artifact } = found;
  const { templateFile, stackName = id, parameters = {} } = artifact.properties as AwsCloudFormationStackProperties;
  const [account, region] = (artifact.environment ?? '').replace('aws://', '').split('/').map((name) => (UNKNOWN.includes(name) ? '' : name));
  return {
    id: artifact.displayName ?? id,
    stackName,
    ...(account && { account }),
    ...(region && { region }),
    parameters,
    ...templateOf(join(directory, templateFile), found),
  };
}

function templateOf(file: string, found: StackArtifact): AssemblyTemplate {
  const template = JSON.parse(readFileSync(file, 'utf8')) as Template;
  const ids = Object.entries(metadataOf(found)).flatMap(([path, entries]) => entries.filter(({ type }) => type === 'aws:cdk:logicalId').map(({ data }) => ({ path, data })));
  return {
    template,
    paths: Object.fromEntries(ids.map(({ path, data }) => [String(data), path.replace(/^\//, '').replace(/\/(Resource|Default)$/, '')])),
    nested: nestedTemplates(template, found.directory, (nested) => templateOf(nested, found)),
  };
}
