/**
 * A copy of a text, which keeps nothing else in memory: a part of a long text is a reference to the whole for the engine, so that a
 * field of a form, or a few lines of a response, would keep all their megabytes.
 */
export function copyText(text: string): string {
  return structuredClone(text);
}
