import { expect, it } from "vitest";
import { summarize } from "./summarize.ts";

it("returns the first sentence, and does not take an abbreviation for its end", () => {
  expect(summarize("Takes `a.b` money, e.g. cents. Then more.")).toBe("Takes a.b money, e.g. cents.");
});
