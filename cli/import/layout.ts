/** Printed code before its lines are broken: text, a group that can be broken into lines, or several of these in a row. */
export type Doc = string | Group | readonly Doc[];

/** What stands between two brackets: on one line if it fits, otherwise each item on a line of its own. */
export interface Group {
  readonly open: string;
  readonly items: readonly Item[];
  readonly close: string;
  /** Between two items; the broken form has it without the space. */
  readonly separator: string;
  /** Inside of the brackets, on one line. */
  readonly padding?: string;
  /** The broken form has the separator after the last item as well. */
  readonly trailing?: boolean;
  /** What the broken form has in place of `open`; a newline is allowed. */
  readonly brokenOpen?: string;
  /** The indentation of the items of the broken form. */
  readonly indent: string;
  /** Where the broken form has `close`: on a line as far out as `open`, on a line like an item, or behind the last item. */
  readonly closeAt: 'open' | 'item' | 'end';
  /** Each item has its own line, even if all fit on one. */
  readonly isBroken?: boolean;
}

export interface Item {
  /** What is before it. In the broken form, what follows the keys of successive lines is aligned. */
  readonly key?: string;
  readonly doc: Doc;
  /** Lines of comments above it. */
  readonly comments?: readonly string[];
  /** It is only its comments. */
  readonly isComment?: boolean;
}

export const items = (docs: readonly Doc[]): readonly Item[] => docs.map((doc) => ({ doc }));

/** The document as text, which begins at a column behind an indentation. The last line has to leave room for what follows. */
export function render(doc: Doc, width: number, indent: string, column = indent.length, room = 0): string {
  const line = flat(doc);
  if (line !== undefined && column + line.length + room <= width) return line;
  if (typeof doc === 'string') return doc;
  return isRow(doc) ? renderRow(doc, width, indent, column, room) : renderBroken(doc, width, indent);
}

const isRow = (doc: Exclude<Doc, string>): doc is readonly Doc[] => Array.isArray(doc);

/** On one line; `undefined` where it must be broken. */
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

/** The width of the keys beside which each item is aligned: of those before and after it, up to a comment or a value of several lines. */
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
