/** JSON pointers, RFC 6901. */

/** Adds segments, unescaped, to a pointer. */
export function join(pointer: string, ...segments: (number | string)[]): string {
  return [pointer, ...segments.map(escapeSegment)].join("/");
}

/** The unescaped segments of a pointer; none for the root. */
export function split(pointer: string): string[] {
  return pointer === "" ? [] : pointer.slice(1).split("/").map(unescapeSegment);
}

/** The pointer of a local reference such as `#/components/schemas/Payment`; undefined for any other reference. */
export function fromRef(ref: string): string | undefined {
  if (ref !== "#" && !ref.startsWith("#/")) return undefined;
  try {
    return decodeURIComponent(ref.slice(1));
  } catch {
    return undefined; // A stray percent sign.
  }
}

/** The value at a pointer, or `undefined` where there is none. Own properties only. */
export function lookUp(root: unknown, pointer: string): unknown {
  let value: unknown = root;
  for (const segment of split(pointer)) {
    if (typeof value !== "object" || value === null || !Object.hasOwn(value, segment)) return undefined;
    value = Reflect.get(value, segment);
  }
  return value;
}

/** Escapes one segment. */
export function escapeSegment(segment: number | string): string {
  return String(segment).replaceAll("~", "~0").replaceAll("/", "~1");
}

/** The text of one escaped segment. */
export function unescapeSegment(segment: string): string {
  return segment.replaceAll("~1", "/").replaceAll("~0", "~");
}
