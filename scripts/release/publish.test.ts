import { once } from "node:events";
import { mkdtemp, readFile, rm, writeFile } from "node:fs/promises";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";
import { tmpdir } from "node:os";
import path from "node:path";
import { gunzipSync, gzipSync } from "node:zlib";
import { afterAll, beforeAll, expect, test } from "vitest";
import { packAll } from "./pack.ts";
import { compareAll, publishAll } from "./publish.ts";
import { type Registry, startRegistry } from "./registry.ts";
import type { Tarball } from "./tarballs.ts";

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

test("a second run finishes an interrupted one and publishes nothing twice", async () => {
  const first = await publish(tarballs.slice(0, 1));
  expect(first.map(({ sent }) => sent)).toEqual([true]);
  const second = await publish(tarballs);
  expect(second.map(({ name, sent }) => [name, sent])).toEqual([
    ["@vinr/types", false],
    ["@vinr/client", true],
    ["@vinr/validators", true],
    ["@vinr/server", true],
    ["@vinr/sandbox", true],
  ]);
  const third = await publish(tarballs);
  expect(third.map(({ sent }) => sent)).toEqual([false, false, false, false, false]);
});

test("rejects a version that is published with other bytes", async () => {
  const [types] = tarballs;
  if (types === undefined) throw new Error("no tarballs");
  await publish([types]);
  const other = path.join(folder, "other.tgz");
  await writeFile(other, gzipSync(gunzipSync(await readFile(types.file)), { level: 1 }));
  await expect(publish([{ ...types, file: other }])).rejects.toThrow(
    /@vinr\/types \d+\.\d+\.\d+ is already published with other bytes .* release a new one with a changeset/,
  );
});

test("a second build is compared with the registry, byte for byte", async () => {
  const published = await publish(tarballs);
  const compared = await compareAll(tarballs, registry.url);
  expect(compared.map(({ integrity }) => integrity)).toEqual(published.map(({ integrity }) => integrity));
  const [types] = tarballs;
  if (types === undefined) throw new Error("no tarballs");
  const other = path.join(folder, "rebuilt.tgz");
  await writeFile(other, gzipSync(gunzipSync(await readFile(types.file)), { level: 1 }));
  await expect(compareAll([{ ...types, file: other }], registry.url)).rejects.toThrow(
    /@vinr\/types \d+\.\d+\.\d+ at the registry is not what this commit builds/,
  );
});

test("explains npm's 404 for a package that was never published", async () => {
  const server = createServer((_request, response) => response.writeHead(404).end("{}")).listen(0, "127.0.0.1");
  await once(server, "listening");
  const { port } = server.address() as AddressInfo;
  await writeFile(path.join(folder, ".npmrc"), `//127.0.0.1:${port}/:_authToken=not-a-secret\n`, { flag: "a" });
  try {
    const published = publishAll(tarballs, { registry: `http://127.0.0.1:${port}/`, cwd: folder });
    await expect(published).rejects.toThrow(/E404 when publishing @vinr\/types\. .* publish it once by hand/);
  } finally {
    server.close();
  }
});
