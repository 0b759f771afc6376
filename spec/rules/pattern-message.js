/**
 * Nobody reads a regular expression in an error message. Each pattern says in words what it matches, and validators, mock and
 * server tell a caller those words. One pattern has the same words wherever it stands.
 */
export const PatternMessage = () => {
  /** The words of each pattern, as its first place has them. */
  const wordsOf = new Map();
  return {
    Schema(schema, { report, location }) {
      const { pattern, "x-pattern-message": words } = schema;
      if (pattern === undefined) return;
      if (typeof words !== "string" || words === "") {
        const message = "A `pattern` needs an `x-pattern-message`: what it matches, in words that follow “must be”.";
        report({ message, location: location.child("pattern") });
      } else if (/^must |[\\^$[\]]|\.$/.test(words)) {
        const message = "An `x-pattern-message` follows “must be”, in plain words and without a dot at its end.";
        report({ message, location: location.child("x-pattern-message") });
      } else if ((wordsOf.get(pattern) ?? words) !== words) {
        const message = `The same pattern is described as “${wordsOf.get(pattern)}” elsewhere.`;
        report({ message, location: location.child("x-pattern-message") });
      } else wordsOf.set(pattern, words);
    },
  };
};
