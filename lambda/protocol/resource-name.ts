import { createHash } from 'node:crypto';
import type { ResourceEvent } from './event';

/** The names that Lightsail accepts, of any kind of resource. */
export const NAME_PATTERN = /^\w[\w-]{0,253}\w$/;

/** A name that is always the same for what it is generated from. All names of an account are in one Region, so the name of the stack alone could repeat. */
export function generatedName({ StackId, LogicalResourceId }: ResourceEvent, from: string): string {
  const [, stackName] = StackId.split('/');
  const hash = createHash('sha256').update(from).digest('hex').slice(0, 12);
  return `${stackName.slice(0, 100)}-${LogicalResourceId.slice(0, 100)}-${hash}`;
}
