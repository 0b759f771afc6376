import { mkdirSync, utimesSync, writeFileSync } from "node:fs";
import path from "node:path";
import { beforeEach, expect, it } from "vitest";
import { describeStaleBuilds, findStaleBuilds } from "./stale-builds.ts";
import { makeFolder } from "./testing.ts";

let root: string;

beforeEach(async () => {
  root = await makeFolder();
  write("packages/client/package.json", 0, '{ "name": "@vinr/client" }');
  write("packages/client/src/index.ts", 10);
  write("packages/client/dist/index.js", 20);
});

/** Writes a file at a moment, in seconds. */
function write(file: string, seconds: number, content = ""): void {
  const target = path.join(root, file);
  mkdirSync(path.dirname(target), { recursive: true });
  writeFileSync(target, content);
  utimesSync(target, seconds, seconds);
}

it("accepts a build that is newer than its sources", () => {
  expect(findStaleBuilds(root)).toEqual([]);
});

it("finds a package whose source changed after its build, and says what to run", () => {
  write("packages/client/src/deep/vinr.ts", 30);
  expect(findStaleBuilds(root)).toEqual(["packages/client"]);
  expect(describeStaleBuilds(["packages/client"])).toContain("Run pnpm build, then the tests.");
});

it("finds a package that was never built", () => {
  write("packages/server/package.json", 0, '{ "name": "@vinr/server" }');
  write("packages/server/src/index.ts", 10);
  expect(findStaleBuilds(root)).toEqual(["packages/server"]);
});

it("ignores a changed test", () => {
  write("packages/client/src/index.test.ts", 30);
  expect(findStaleBuilds(root)).toEqual([]);
});
