import { expect, it } from "vitest";
import { createRedact } from "./sanitize-error.js";

const redact = createRedact("sk_test_sanitize");

it("a text of somebody else is without the key, and on one line", () => {
  expect(redact("key sk_test_sanitize\nand \u202e more\u0085")).toBe(
    String.raw`key [secret key]\u000aand \u202e more\u0085`,
  );
});

it.each(["a", "\n", "\u2028", "😀"])(
  "a text of somebody else is never longer than 2,000 units, also where %j is escaped",
  (unit) => {
    expect(redact(unit.repeat(1_000_000))).toHaveLength(2000);
  },
);
