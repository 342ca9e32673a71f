import { domainNamesOf } from './domain-names';
import type { ResourceEvent } from '../protocol/event';
import { generatedName } from '../protocol/resource-name';

/** The resource type of a certificate that the stack owns. */
export const CERTIFICATE = 'Custom::LightsailCertificate';

/**
 * The name in the properties, or a name generated from the set of domain names. Other domain names make another certificate; the same ones
 * find the certificate that an earlier deployment of the same construct requested, also after its stack was deleted.
 */
export function certificateNameOf(event: ResourceEvent, properties: Readonly<Record<string, unknown>> = event.ResourceProperties): unknown {
  if (properties.certificateName !== undefined) return properties.certificateName;
  const domainNames = domainNamesOf(properties);
  return domainNames && generatedName(event, [constructOf(event), ...domainNames].join(' '));
}

/** Identifies the construct across stacks: a stack that is created again has another id, but the same name. */
export function constructOf({ StackId, LogicalResourceId }: ResourceEvent): string {
  const [, , , region, , stack] = StackId.split(':');
  return `${region}/${stack.split('/')[1]}/${LogicalResourceId}`;
}
