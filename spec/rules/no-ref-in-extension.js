/**
 * The meaning of an extension is between its writer and its reader: bundlers and parsers disagree whether a `$ref` inside
 * one is a reference, and several fail on it.
 */
export const NoRefInExtension = () => ({
  any(node, { report, location }) {
    if (node === null || typeof node !== "object" || Array.isArray(node)) return;
    for (const [key, value] of Object.entries(node))
      if (key.startsWith("x-") && containsRef(value))
        report({ message: "An extension holds no `$ref`.", location: location.child(key) });
  },
});

function containsRef(value) {
  if (value === null || typeof value !== "object") return false;
  return Object.hasOwn(value, "$ref") || Object.values(value).some(containsRef);
}
