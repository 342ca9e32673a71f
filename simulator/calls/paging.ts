import { invalidInput } from '../errors';

export interface Page<T> {
  readonly elements: readonly T[];
  readonly nextPageToken?: string;
}

/** One page of a list; a token is the position that it goes on from, in a form that invites no one to build one. */
export function pageOf<T>(all: readonly T[], pageSize: number, pageToken: string | undefined): Page<T> {
  const start = pageToken === undefined ? 0 : positionOf(pageToken);
  const end = start + pageSize;
  return { elements: all.slice(start, end), nextPageToken: end < all.length ? tokenOf(end) : undefined };
}

function tokenOf(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

function positionOf(pageToken: string): number {
  const [, position] = /^position:(\d+)$/.exec(Buffer.from(pageToken, 'base64url').toString()) ?? [];
  if (position === undefined) throw invalidInput(`pageToken is not valid, got ${pageToken}`);
  return Number(position);
}
