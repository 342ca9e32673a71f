/** The members that are not undefined: 0, false, '' and [] are values. */
export function definedMembers<T extends object>(members: T): T {
  return Object.fromEntries(Object.entries(members).filter(([, value]) => value !== undefined)) as T;
}
