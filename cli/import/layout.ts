/** Code before line breaking: a text, a group that can be broken into lines, or a sequence of these. */
export type Doc = string | Group | readonly Doc[];

/** A bracketed list of items. It is printed on one line if it fits, and otherwise with one item on each line (the broken form). */
export interface Group {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  /** The separator between two items. The broken form removes trailing spaces. */
  readonly separator: string;
  /** The padding inside the brackets, if the group is on one line. */
  readonly padding?: string;
  /** Whether the broken form has a separator after the last item. */
  readonly trailing?: boolean;
  /** Replaces `open` in the broken form. It can contain newlines. */
  readonly brokenOpen?: string;
  /** The indentation of the items in the broken form. */
  readonly indent: string;
  /** The place of `close` in the broken form: on a line aligned with `open`, on a line aligned with the items, or after the last item. */
  readonly closeAt: 'open' | 'item' | 'end';
  /** Always uses the broken form. */
  readonly isBroken?: boolean;
}

export interface Item {
  /** The text before the item. In the broken form, the values after the keys of successive lines are aligned. */
  readonly key?: string;
  readonly doc: Doc;
  /** The comment lines above the item. */
  readonly comments?: readonly string[];
  /** Whether the item consists only of its comments. */
  readonly isComment?: boolean;
}

export const items = (docs: readonly Doc[]): readonly Item[] => docs.map((doc) => ({ doc }));

/** Renders a document that starts at `column`, after `indent`. The last line leaves `room` columns for the text that follows. */
export function render(doc: Doc, width: number, indent: string, column = indent.length, room = 0): string {
  const line = flat(doc);
  if (line !== undefined && column + line.length + room <= width) return line;
  if (typeof doc === 'string') return doc;
  return isRow(doc) ? renderRow(doc, width, indent, column, room) : renderBroken(doc, width, indent);
}

const isRow = (doc: Exclude<Doc, string>): doc is readonly Doc[] => Array.isArray(doc);

/** Renders a document on one line. Returns `undefined` if it must be broken. */
function flat(doc: Doc): string | undefined {
  if (typeof doc === 'string') return doc;
  if (isRow(doc)) return joined(doc.map(flat), '');
  if (doc.isBroken || doc.items.some(({ comments = [] }) => comments.length > 0)) return undefined;
  const inner = joined(doc.items.map(({ key, doc: one }) => flat(key === undefined ? one : [key, ' ', one])), doc.separator);
  const padding = doc.items.length === 0 ? '' : doc.padding ?? '';
  return inner === undefined ? undefined : `${doc.open}${padding}${inner}${padding}${doc.close}`;
}

function joined(parts: readonly (string | undefined)[], separator: string): string | undefined {
  return parts.includes(undefined) ? undefined : parts.join(separator);
}

function renderRow(row: readonly Doc[], width: number, indent: string, column: number, room: number): string {
  return row.reduce<string>((before, doc, index) => {
    const last = before.lastIndexOf('\n');
    const at = last < 0 ? column + before.length : before.length - last - 1;
    const after = row.slice(index + 1).reduce<number>((length, one) => length + (typeof one === 'string' ? one.length : 0), room);
    return before + render(doc, width, indent, at, after);
  }, '');
}

function renderBroken(group: Group, width: number, indent: string): string {
  const inner = indent + group.indent;
  const separator = group.separator.trimEnd();
  const lastCode = group.items.map(({ isComment = false }) => isComment).lastIndexOf(false);
  const printed = group.items.map(({ key, doc }) => render(doc, width, inner, inner.length + (key === undefined ? 0 : key.length + 1), 1));
  const widths = keyWidths(group.items, printed);
  const lines = group.items.flatMap(({ key, comments = [], isComment }, index) => [
    ...comments.map((comment) => inner + comment),
    ...(isComment ? [] : [inner + (key?.padEnd(widths[index] + 1) ?? '') + printed[index] + (index < lastCode || group.trailing ? separator : '')]),
  ]);
  const open = (group.brokenOpen ?? group.open).replaceAll('\n', `\n${indent}`);
  if (group.closeAt === 'end' && !group.items.at(-1)?.isComment) return `${[open, ...lines].join('\n')}${group.close}`;
  return [open, ...lines, (group.closeAt === 'open' ? indent : inner) + group.close].join('\n');
}

/** Returns the width to which each key is padded: the longest key of the adjacent items. A comment or a multi-line value ends the alignment. */
function keyWidths(all: readonly Item[], printed: readonly string[]): readonly number[] {
  const isAligned = (index: number) => all[index]?.key !== undefined && !printed[index].includes('\n');
  return all.map(({ key = '' }, index) => {
    if (!isAligned(index)) return key.length;
    const [before, after] = [-1, 1].map((step) => {
      let end = index;
      while (isAligned(end + step)) end += step;
      return end;
    });
    return Math.max(...all.slice(before, after + 1).map((one) => one.key!.length));
  });
}
