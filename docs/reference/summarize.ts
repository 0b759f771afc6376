/** The first sentence of a Markdown text, without its marks: for a page's description. */
export function summarize(text = ""): string {
  const plain = text.replaceAll(/[`*]/g, "").replaceAll(/\s+/g, " ").trim();
  return /^.*?[.!?](?= [A-Z]|$)/.exec(plain)?.[0] ?? plain;
}
