import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packAll, type Tarball } from "./pack.ts";
import { publishAll } from "./publish.ts";
import { type Registry, startRegistry } from "./registry.ts";

/** Publishing to a real registry, on loopback. */

const root = path.resolve(import.meta.dirname, "../..");
let folder: string;
let registry: Registry;
let tarballs: Tarball[];

beforeAll(async () => {
  folder = await mkdtemp(path.join(tmpdir(), "publish-"));
  registry = await startRegistry(folder);
  tarballs = await packAll(root, path.join(folder, "tarballs"));
  await writeFile(path.join(folder, "package.json"), "{}");
  await writeFile(path.join(folder, ".npmrc"), `//${new URL(registry.url).host}/:_authToken=not-a-secret\n`);
});

afterAll(async () => {
  await registry?.close();
  await rm(folder, { recursive: true, force: true });
});

const publish = (some: readonly Tarball[]) => publishAll(some, { registry: registry.url, cwd: folder });

test("a run that was cut short after the first package is finished by the next, and nothing is sent twice", async () => {
  const first = await publish(tarballs.slice(0, 1));
  expect(first.map(({ sent }) => sent)).toEqual([true]);
  const second = await publish(tarballs);
  expect(second.map(({ name, sent }) => [name, sent])).toEqual([
    ["@vinr/types", false],
    ["@vinr/validators", true],
    ["@vinr/client", true],
  ]);
  const third = await publish(tarballs);
  expect(third.map(({ sent }) => sent)).toEqual([false, false, false]);
});

test("a version that is published with other bytes is refused", async () => {
  const [types] = tarballs;
  if (types === undefined) throw new Error("nothing was packed");
  await publish([types]);
  const other = path.join(folder, "other.tgz");
  await writeFile(other, gzipSync(gunzipSync(await readFile(types.file)), { level: 1 }));
  await expect(publish([{ ...types, file: other }])).rejects.toThrow(
    /@vinr\/types 0\.0\.0 is published with other bytes .* make a new one with a changeset/,
  );
});
