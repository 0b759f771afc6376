/**
 * Whether an inspection or a log of an error would show a key. An error that holds more than texts, numbers, and plain objects, lists
 * and errors of them, is taken for one that does, and so is a very large one.
 */
export function showsKey(error: Error, key: string): boolean {
  const seen = new Set<unknown>();
  const shows = (value: unknown): boolean => {
    if (typeof value === "string") return value.includes(key);
    if (typeof value === "function") return true;
    if (typeof value !== "object" || value === null || seen.has(value)) return false;
    if (seen.add(value).size > 1000 || !isReadable(value)) return true;
    return Object.entries(Object.getOwnPropertyDescriptors(value)).some(([name, { value: member, get }]) => {
      // Of the stack, which begins with the message, newer engines make an accessor.
      return (get !== undefined && name !== "stack") || shows(name) || shows(member);
    });
  };
  return shows(error);
}

function isReadable(value: object): boolean {
  return value instanceof Error || Array.isArray(value) || Object.getPrototypeOf(value) === Object.prototype;
}
