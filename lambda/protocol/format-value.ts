const MAX_LENGTH = 120;

/** A value as a message displays it: short, whatever the value is. */
export function formatValue(value: unknown): string {
  if (value === undefined) return 'nothing';
  // Each member takes at least one character, so later ones cannot be displayed; and `JSON.stringify` fails on a value that is too deep or too long.
  let left = MAX_LENGTH;
  const shorten = (member: unknown) => (typeof member === 'string' ? member.slice(0, MAX_LENGTH) : member);
  const text = JSON.stringify(value, (_name, member: unknown) => (left-- > 0 ? shorten(member) : undefined));
  return text.length > MAX_LENGTH ? `${text.slice(0, MAX_LENGTH - 3)}...` : text;
}
