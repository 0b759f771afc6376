/** The words that a reader types, as terms of the index. */

/** Words that make a question and say nothing of its subject. */
const questionWords = new Set(
  (
    "a about an and any are as at be by can could do does for from have how i if in into is it its me my of on or our out should " +
    "that the their them there they this to us was we what when where which who why will with would you your"
  ).split(" "),
);

/** Words that readers bring from other providers and from the trade, and what this API calls the same. */
const synonyms: Readonly<Record<string, readonly string[]>> = {
  authorise: ["authorize"],
  chargeback: ["dispute"],
  credentials: ["key"],
  duplicate: ["idempotency"],
  hold: ["authorize"],
  jest: ["testing"],
  package: ["client"],
  payout: ["settlement"],
  production: ["live"],
  sdk: ["client"],
  timed: ["timeout"],
  token: ["key"],
  twice: ["idempotency"],
  void: ["cancel"],
  yen: ["JPY"],
};

/** The terms of a query: without question words, in lower case, each once, with this API's word beside the reader's. */
export function toTerms(query: string): readonly string[] {
  const words = query
    .toLowerCase()
    .split(/[^\p{L}\p{N}_.@/-]+/u)
    .map((word) => word.replace(/^[.\-/]+|[.\-/]+$/g, ""))
    .filter((word) => word !== "");
  const telling = words.filter((word) => !questionWords.has(word));
  // A query of question words alone is still a query.
  const kept = telling.length > 0 ? telling : words;
  return [...new Set(kept.flatMap((word) => synonymsOf(word)))];
}

function synonymsOf(word: string): readonly string[] {
  const form = [word, word.replace(/s$/, "")].find((form) => Object.hasOwn(synonyms, form));
  return form === undefined ? [word] : (synonyms[form] ?? []);
}
