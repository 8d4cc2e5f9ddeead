// Plain objects: all that they say is in their own keys.

/** An object literal, or what has no prototype; of this or another realm. */
export function isPlain(value: unknown): value is object {
  if (typeof value !== "object" || value === null) return false;
  const prototype: unknown = Object.getPrototypeOf(value);
  return prototype === Object.prototype || prototype === null || isRoot(prototype as object);
}

/** An array literal, of this or another realm: not an instance of a class that extends arrays. */
export const isList = (value: unknown): value is unknown[] => Array.isArray(value) && Array.isArray(Object.getPrototypeOf(value));

/** `Object.prototype` of another realm. */
const isRoot = (prototype: object): boolean =>
  Object.getPrototypeOf(prototype) === null && Object.hasOwn(prototype, "isPrototypeOf");
