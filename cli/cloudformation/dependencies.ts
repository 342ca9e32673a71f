import type { Template, TemplateResource } from './template';
import { isObject } from './value';

/** Returns the logical ids of all resources in the order of their dependencies. Independent resources keep the order of the template. */
export function inOrderOfDependencies({ Resources = {} }: Template): readonly string[] {
  const ordered = new Set<string>();
  const visited = new Set<string>();
  const visit = (logicalId: string) => {
    // A template with a cycle cannot be deployed. This check prevents an infinite recursion.
    if (visited.has(logicalId) || !Object.hasOwn(Resources, logicalId)) return;
    visited.add(logicalId);
    dependenciesOf(Resources[logicalId]).forEach(visit);
    ordered.add(logicalId);
  };
  Object.keys(Resources).forEach(visit);
  return [...ordered];
}

function dependenciesOf({ DependsOn = [], Properties }: TemplateResource): readonly string[] {
  return [...[DependsOn].flat() as readonly string[], ...referencesIn(Properties)];
}

function referencesIn(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.flatMap(referencesIn);
  if (!isObject(value)) return [];
  return Object.entries(value).flatMap(([name, argument]) => {
    if (name === 'Ref') return [String(argument)];
    if (name === 'Fn::GetAtt') return [Array.isArray(argument) ? String(argument[0]) : String(argument).split('.')[0]];
    if (name === 'Fn::Sub') return [...namesIn(argument), ...referencesIn(argument)];
    return referencesIn(argument);
  });
}

function namesIn(argument: unknown): readonly string[] {
  const text = String(Array.isArray(argument) ? argument[0] : argument);
  return [...text.matchAll(/\$\{([^!}][^}]*)\}/g)].map(([, name]) => name.trim().split('.')[0]);
}

/** Returns the resources that depend on a resource, directly or indirectly. */
export function dependentsOf(template: Template, logicalId: string): readonly string[] {
  const dependents = new Set<string>([logicalId]);
  for (const one of inOrderOfDependencies(template)) {
    if (dependenciesOf(template.Resources![one]).some((dependency) => dependents.has(dependency))) dependents.add(one);
  }
  dependents.delete(logicalId);
  return [...dependents];
}
