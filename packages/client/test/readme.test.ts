/** The tables and lists of the README and of the guides about the client, compared with the code. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { defaults } from "../src/config/config.js";
import { errorClasses } from "../src/errors/api-errors.js";
import { Vinr } from "../src/index.js";
import { firstBackoff, longestBackoff, retryableStatuses } from "../src/request/retry-policy.js";

const readme = await readFile(new URL("../README.md", import.meta.url), "utf8");
const { maxResponseBytes, ...callDefaults } = defaults;
const guides = new URL("../../../docs/src/content/docs/guides/", import.meta.url);
const clientGuide = await readFile(new URL("typescript-client.mdx", guides), "utf8");
const retryGuide = await readFile(new URL("idempotency.mdx", guides), "utf8");

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

  it.each(Object.entries(callDefaults))("states the default of %s", (name, value) => {
    const [, documented = ""] = new RegExp(`^\\| \`${name}\`.*\\| ([\\d,]+) +\\|$`, "m").exec(readme) ?? [];
    expect(Number(documented.replace(",", ""))).toBe(value);
  });

  it("states the largest response", () => {
    expect(readme).toContain(`\`maxResponseBytes\` (default: ${maxResponseBytes / 2 ** 20} MiB, decompressed)`);
  });

  it("states the backoff", () => {
    expect(readme).toContain(`random × min(${longestBackoff / 1000} s, ${firstBackoff / 1000} s × 2^(attempts − 1))`);
  });
});

describe("the guides", () => {
  it("list the statuses that are retried", () => {
    const [, list = ""] = /the statuses ([^.]+?), and after a `409`/.exec(clientGuide) ?? [];
    expect(statusesIn(list)).toEqual([...retryableStatuses]);
  });

  it("advise a retry only of statuses that the client retries", () => {
    const rows = [...retryGuide.matchAll(/^\| ([^|]+) \| yes/gm)].map(([, cell = ""]) => cell);
    // A `409` is retried for its code, not for its status.
    const advised = statusesIn(rows.filter((cell) => !cell.includes("`409`")).join(" "));
    expect(advised.filter((status) => !retryableStatuses.has(status))).toEqual([]);
    expect(advised).toContain(429);
  });

  it("name every method that is not an operation", () => {
    const { webhooks } = new Vinr({ secretKey: "sk_test_Example" });
    const ownMethods = Object.getOwnPropertyNames(Object.getPrototypeOf(webhooks));
    for (const method of ownMethods.filter((name) => name !== "constructor")) {
      expect(
        [clientGuide, readme].every((text) => text.includes(`\`${method}\``)),
        method,
      ).toBe(true);
    }
  });
});
