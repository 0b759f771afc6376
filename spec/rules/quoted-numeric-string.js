import { isScalar, parseDocument, visit } from "yaml";

// Strings that a YAML 1.1 parser takes for a number, a date, a time or a boolean, though they are strings in YAML 1.2.
const ambiguous = /^(0\d[\d_]*|\d{4}-\d\d?-\d\d?.*|\d[\d_]*(:[0-5]?\d)+|[-+]?\d[\d_,]*|yes|no|on|off|y|n)$/i;

/**
 * `2026-04-01` is a date and `no` is false to some YAML readers, and strings to others: a string that looks like
 * something else is quoted. A status code is a key, and keys are strings, so it is quoted as well.
 */
export const QuotedNumericString = () => ({
  Root(_root, { report, location }) {
    visit(parseDocument(location.source.body), {
      Pair(_index, pair, path) {
        const key = String(pair.key);
        const at = location.child([...path.flatMap(keyOf), key]);
        if (isScalar(pair.key) && pair.key.type === "PLAIN" && ambiguous.test(key))
          report({ message: `Quote the key ${key}.`, location: at.key() });
        if (isScalar(pair.value) && isUnquotedString(pair.value))
          report({ message: `Quote the string ${pair.value.value}.`, location: at });
      },
      Seq(_key, sequence, path) {
        sequence.items.forEach((item, index) => {
          if (isScalar(item) && isUnquotedString(item))
            report({
              message: `Quote the string ${item.value}.`,
              location: location.child([...path.flatMap(keyOf), index]),
            });
        });
      },
    });
  },
});

function isUnquotedString({ type, value }) {
  return type === "PLAIN" && typeof value === "string" && ambiguous.test(value);
}

/** The step of a JSON pointer for a node on the way down. */
function keyOf(node, index, path) {
  if (node.key !== undefined) return [String(node.key)];
  const parent = path[index - 1];
  return parent?.items && parent.flow !== undefined && !parent.items[0]?.key ? [parent.items.indexOf(node)] : [];
}
