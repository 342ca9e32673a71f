import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArtifactManifest, ArtifactType, Manifest, type MetadataEntry, type NestedCloudAssemblyProperties } from 'newest-cloud-assembly-schema';

/** A stack in the manifest of a cloud assembly. */
export interface StackArtifact {
  readonly id: string;
  /** The folder of the files that the artifact names. */
  readonly directory: string;
  readonly artifact: ArtifactManifest;
}

/** Returns the stacks of a cloud assembly in the order of their dependencies, followed by the stacks of its stages. */
export function stackArtifacts(directory: string): readonly StackArtifact[] {
  const { artifacts = {} } = Manifest.loadAssemblyManifest(join(directory, 'manifest.json'));
  const ids = inDependencyOrder(artifacts);
  const ofType = (type: ArtifactType) => ids.filter((id) => artifacts[id].type === type);
  return [
    ...ofType(ArtifactType.AWS_CLOUDFORMATION_STACK).map((id) => ({ id, directory, artifact: artifacts[id] })),
    ...ofType(ArtifactType.NESTED_CLOUD_ASSEMBLY).flatMap((id) =>
      stackArtifacts(join(directory, (artifacts[id].properties as NestedCloudAssemblyProperties).directoryName))),
  ];
}

/** Returns the metadata of constructs, by path. A newer CDK writes it to a separate file. */
export function metadataOf({ directory, artifact }: StackArtifact): Readonly<Record<string, readonly MetadataEntry[]>> {
  const { metadata, additionalMetadataFile } = artifact;
  const additional = additionalMetadataFile === undefined ? {} : JSON.parse(readFileSync(join(directory, additionalMetadataFile), 'utf8')) as object;
  return { ...metadata, ...additional };
}

function inDependencyOrder(artifacts: Readonly<Record<string, ArtifactManifest>>): readonly string[] {
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (id: string): void => {
    if (visited.has(id) || !Object.hasOwn(artifacts, id)) return;
    visited.add(id);
    artifacts[id].dependencies?.forEach(visit);
    ordered.add(id);
  };
  Object.keys(artifacts).sort().forEach(visit);
  return [...ordered];
}
