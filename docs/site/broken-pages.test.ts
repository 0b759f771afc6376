import { expect, it } from "vitest";
import { condenseError } from "./broken-pages.ts";

const log = `16:36:38 [ERROR] Unexpected end of file in expression
  Stack trace:
    at /project/docs/src/content/docs/guides/refunds.mdx:33:1
    [...] See full stack trace in the browser, or rerun with --verbose.
`;

it.each([log, log.replace("[ERROR]", "\u001b[31m[ERROR]\u001b[39m")])(
  "says an error of a guide in one line",
  (text) => {
    expect(condenseError(text, "/project")).toBe(
      "broken    docs/src/content/docs/guides/refunds.mdx:33:1  Unexpected end of file in expression\n",
    );
  },
);

it.each(["[ERROR] Something else\n", log.replace(".mdx", ".ts"), log.replaceAll("/project/", "/elsewhere/")])(
  "leaves other errors as they are",
  (text) => {
    expect(condenseError(text, "/project")).toBeUndefined();
  },
);
