import { jsonBytes } from './message';

/** Attributes of a resource, as CloudFormation receives them. */
export type Attributes = Readonly<Record<string, string>>;

/** As many of the texts as fit into so many bytes, none of them truncated. */
export function thatFit(texts: readonly string[], maxBytes: number): readonly string[] {
  return texts.filter((_, index) => jsonBytes(texts.slice(0, index + 1)) <= maxBytes);
}
