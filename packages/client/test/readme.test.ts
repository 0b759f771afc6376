/** The tables and lists of the README, compared with the constants of the code. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { defaults } from "../src/config/config.js";
import { errorClasses } from "../src/errors/api-errors.js";
import { firstBackoff, longestBackoff, retryableStatuses } from "../src/request/retry-policy.js";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");

function statusesIn(text: string): number[] {
  return [...text.matchAll(/\b[1-5]\d\d\b/g)].map(([status]) => Number(status));
}

describe("the README", () => {
  it("lists the statuses that are retried", () => {
    const [, list = ""] = /the statuses ([\d,\s]+and \d+)/.exec(readme) ?? [];
    expect(statusesIn(list)).toEqual([...retryableStatuses]);
  });

  it("lists the statuses of each error class", () => {
    const rows = [...readme.matchAll(/^\| `(Vinr\w+)`\s+\| (\d{3}[\d, ]*):/gm)];
    const documented = rows.flatMap(([, name, list = ""]) => statusesIn(list).map((status) => [status, name]));
    const actual = Object.entries(errorClasses).map(([status, { name }]) => [Number(status), name]);
    expect(documented.sort()).toEqual(actual.sort());
  });

  it.each(Object.entries(defaults))("states the default of %s", (name, value) => {
    const [, documented = ""] = new RegExp(`^\\| \`${name}\`.*\\| ([\\d,]+) +\\|$`, "m").exec(readme) ?? [];
    expect(Number(documented.replace(",", ""))).toBe(value);
  });

  it("states the backoff", () => {
    expect(readme).toContain(`random × min(${longestBackoff / 1000} s, ${firstBackoff / 1000} s × 2^(attempts − 1))`);
  });
});
