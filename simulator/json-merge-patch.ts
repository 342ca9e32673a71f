type JsonObject = Readonly<Record<string, unknown>>;

/** JSON Merge Patch (RFC 7386). Objects are merged, null removes a member, and every other value, including a list, is replaced. */
export function mergePatch(target: JsonObject, patch: JsonObject): JsonObject {
  const merged = new Map(Object.entries(target));
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) merged.delete(name);
    else merged.set(name, isObject(value) ? mergePatch(asObject(merged.get(name)), value) : value);
  }
  // Unlike an assignment, this makes even __proto__ an ordinary member, which the shapes then refuse.
  return Object.fromEntries(merged);
}

export function isObject(value: unknown): value is JsonObject {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

function asObject(value: unknown): JsonObject {
  return isObject(value) ? value : {};
}
