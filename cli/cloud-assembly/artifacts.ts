import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { type ArtifactManifest, ArtifactType, Manifest, type MetadataEntry, type NestedCloudAssemblyProperties } from 'newest-cloud-assembly-schema';

/** A stack in the manifest of a cloud assembly. */
export interface StackArtifact {
  readonly id: string;
  /** Where the files are that the artifact names. */
  readonly directory: string;
  readonly artifact: ArtifactManifest;
}

/** The stacks of a cloud assembly, each after those that it depends on, then those of its stages. */
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

/** The metadata of constructs, by their paths. A newer CDK writes it to a file of its own. */
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
