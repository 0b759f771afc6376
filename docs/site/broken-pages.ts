/** Astro's errors about a page, each in one line that names the file. */
import { relative } from "node:path";
import { stripVTControlCharacters } from "node:util";

/**
 * Returns an error of Astro's log as one line, `broken    docs/src/content/docs/guides/refunds.mdx:33:1  the message`, or
 * undefined for a text that is not an error at a place in a page below `root`.
 */
export function condenseError(text: string, root: string): string | undefined {
  const plain = stripVTControlCharacters(text);
  const [, message] = /\[ERROR\] (.+)/.exec(plain) ?? [];
  const [, file, position] = /^\s*at (?:.*\()?(\/.+\.mdx?):(\d+:\d+)\)?$/m.exec(plain) ?? [];
  if (message === undefined || file === undefined || !file.startsWith(`${root}/`)) return undefined;
  return `${"broken".padEnd(9)} ${relative(root, file)}:${position}  ${message.trim()}\n`;
}

/**
 * Condenses the errors that Astro writes to the standard error stream; returns a function that ends this. Astro's dev server
 * takes no logger of ours, and its log of a broken guide is a stack trace.
 */
export function condenseErrors(root: string): () => void {
  const { stderr } = process;
  const write = stderr.write;
  stderr.write = ((chunk: string | Uint8Array, ...rest: []) => {
    const line = typeof chunk === "string" ? condenseError(chunk, root) : undefined;
    return write.call(stderr, line ?? chunk, ...rest);
  }) as typeof write;
  return () => {
    stderr.write = write;
  };
}
