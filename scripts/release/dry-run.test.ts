import { execFileSync } from "node:child_process";
import path from "node:path";
import { expect, test } from "vitest";
import { dryRun } from "./dry-run.ts";

const root = path.resolve(import.meta.dirname, "../..");
const status = () => execFileSync("git", ["status", "--porcelain"], { cwd: root, encoding: "utf8" });

test("a dry run versions, publishes and pays, and leaves the repository unchanged", async () => {
  const before = status();
  const said: string[] = [];
  const published = await dryRun((line) => said.push(line));
  expect(published.map(({ name, sent }) => [name, sent])).toEqual([
    ["@vinr/types", true],
    ["@vinr/client", true],
    ["@vinr/validators", true],
    ["@vinr/server", true],
    ["@vinr/sandbox", true],
  ]);
  expect(said.join("\n")).toContain("pay_1234567890 waits for its customer");
  expect(status()).toBe(before);
}, 600_000);
