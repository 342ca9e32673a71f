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

/** Of any token that this page of the list made. */
const MAX_TOKEN_LENGTH = 40;

function positionOf(pageToken: string): number {
  const token = pageToken.slice(0, MAX_TOKEN_LENGTH + 1);
  const [, position] = (token.length <= MAX_TOKEN_LENGTH && /^position:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString())) || [];
  if (position === undefined) throw invalidInput(`pageToken is not valid, got ${token}`);
  return Number(position);
}
