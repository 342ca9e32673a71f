/** The set of domain names that the properties ask for, in one order and spelling; `undefined` if they are malformed. */
export function domainNamesOf({ domainName, subjectAlternativeNames = [] }: Readonly<Record<string, unknown>>): readonly string[] | undefined {
  const names = Array.isArray(subjectAlternativeNames) ? [domainName, ...subjectAlternativeNames as unknown[]] : [undefined];
  return names.every((name) => typeof name === 'string') ? inOneOrder(names) : undefined;
}

/** Each name once. */
export function inOneOrder(names: readonly string[]): readonly string[] {
  return [...new Set(names.map((name) => name.toLowerCase()))].sort();
}
