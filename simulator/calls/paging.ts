import { invalidInput } from '../errors';

export interface Page<T> {
  readonly elements: readonly T[];
  readonly nextPageToken?: string;
}

/** Returns one page of a list. A token contains the start position of the next page, encoded so that clients do not construct tokens. */
export function pageOf<T>(all: readonly T[], pageSize: number, pageToken: string | undefined): Page<T> {
  const start = pageToken === undefined ? 0 : positionOf(pageToken);
  const end = start + pageSize;
  return { elements: all.slice(start, end), nextPageToken: end < all.length ? tokenOf(end) : undefined };
}

function tokenOf(position: number): string {
  return Buffer.from(`position:${position}`).toString('base64url');
}

/** The maximum length of a token that `tokenOf` creates. */
const MAX_TOKEN_LENGTH = 40;

function positionOf(pageToken: string): number {
  const token = pageToken.slice(0, MAX_TOKEN_LENGTH + 1);
  const [, position] = (token.length <= MAX_TOKEN_LENGTH && /^position:(\d{1,15})$/.exec(Buffer.from(token, 'base64url').toString())) || [];
  if (position === undefined) throw invalidInput(`pageToken is not valid, got ${token}`);
  return Number(position);
}
