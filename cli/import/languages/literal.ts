/** The escape rules of string literals in a language. */
export interface Escapes {
  readonly quote: string;
  /** Escapes an invisible character by its code point. */
  readonly escape: (codePoint: number, unit: string) => string;
}

const KNOWN: Readonly<Record<string, string>> = { '\n': '\\n', '\r': '\\r', '\t': '\\t', '\\': '\\\\' };

// Control and format characters, separators except the space, and halves of surrogate pairs.
// Some end a line, others change the direction of the text.
const UNSEEN = /[\p{C}\p{Zl}\p{Zp}]|(?! )\p{Zs}/u;

/** A string literal. */
export function literal(value: string, { quote, escape }: Escapes): string {
  const escaped = Array.from(value, (character) => {
    if (character === quote) return `\\${quote}`;
    if (Object.hasOwn(KNOWN, character)) return KNOWN[character];
    return UNSEEN.test(character) ? escape(character.codePointAt(0)!, character) : character;
  });
  return `${quote}${escaped.join('')}${quote}`;
}

const hex = (number: number, digits: number) => number.toString(16).padStart(digits, '0');

/** `\u` and four digits for each half of a surrogate pair. */
export const utf16Escape = (_codePoint: number, character: string): string =>
  Array.from({ length: character.length }, (_, index) => `\\u${hex(character.charCodeAt(index), 4)}`).join('');

/** `\u` and four digits, or `\U` and eight. */
export const utf32Escape = (codePoint: number): string => (codePoint > 0xffff ? `\\U${hex(codePoint, 8)}` : `\\u${hex(codePoint, 4)}`);

/** Escapes invisible characters, so that the text neither ends a comment nor controls a terminal. */
export const visible = (text: string): string => Array.from(text, (character) => (UNSEEN.test(character) ? utf16Escape(0, character) : character)).join('');

/** Splits a remark into comment lines of at most this width. A longer word gets its own line. */
export function comments(marker: string, remark: string, width: number): readonly string[] {
  return visible(remark).split(' ').reduce<readonly string[]>((lines, word) => {
    const last = lines.at(-1);
    return last === undefined || last.length + 1 + word.length > width ? [...lines, `${marker} ${word}`] : [...lines.slice(0, -1), `${last} ${word}`];
  }, []);
}
