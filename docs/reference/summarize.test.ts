import { expect, it } from "vitest";
import { summarize } from "./summarize.ts";

it("summarizes by the first sentence, which an abbreviation does not end", () => {
  expect(summarize("Takes `a.b` money, e.g. cents. Then more.")).toBe("Takes a.b money, e.g. cents.");
});
