import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CloudAssembly, type CloudFormationStackArtifact, UNKNOWN_ACCOUNT, UNKNOWN_REGION } from '@aws-cdk/cloud-assembly-api';
import type { AssemblyStack, AssemblyTemplate } from './assembly-stack';
import { nestedTemplates } from './nested-templates';
import type { Template } from '../cloudformation/template';
import { UserError } from '../user-error';

export function hasAssembly(directory: string): boolean {
  return existsSync(join(directory, 'manifest.json'));
}

/** The stacks of a cloud assembly, stages included, each after those that it depends on. */
export function readAssembly(directory: string): readonly AssemblyStack[] {
  if (!hasAssembly(directory)) {
    throw new UserError(`${directory}: no cloud assembly, got no manifest.json; a directory that cdk synth wrote is allowed; run cdk synth first, or name the directory with --app`);
  }
  try {
    return new CloudAssembly(directory).stacksRecursively.map(stackOf);
  } catch (error) {
    const { message } = error as Error;
    if (/schema version mismatch/i.test(message)) {
      const [, allowed, given] = /supported is (\S+?),? but found (\S+)/.exec(message) ?? [];
      throw new UserError(`${directory}: written by a newer CDK, got schema ${given?.replace(/\.$/, '') ?? 'unknown'}; schemas up to ${allowed ?? 'that of this program'} are allowed; update cdk-lightsail-distribution`);
    }
    throw new UserError(`${directory}: not a readable cloud assembly, got "${message.split('\n')[0]}"; run cdk synth again`);
  }
}

function stackOf(artifact: CloudFormationStackArtifact): AssemblyStack {
  const { account, region } = artifact.environment;
  return {
    id: artifact.hierarchicalId,
    stackName: artifact.stackName,
    ...(account !== UNKNOWN_ACCOUNT && { account }),
    ...(region !== UNKNOWN_REGION && { region }),
    parameters: artifact.parameters,
    ...templateOf(artifact.template as Template, artifact),
  };
}

function templateOf(template: Template, artifact: CloudFormationStackArtifact): AssemblyTemplate {
  const ids = artifact.findMetadataByType('aws:cdk:logicalId');
  const paths = Object.fromEntries(ids.map(({ path, data }) => [String(data), path.replace(/^\//, '').replace(/\/(Resource|Default)$/, '')]));
  return {
    template,
    paths,
    nested: nestedTemplates(template, artifact.assembly.directory, (file) =>
      templateOf(JSON.parse(readFileSync(file, 'utf8')) as Template, artifact)),
  };
}
