import { mkdir, mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { sendRaw } from "../mock/testing.ts";
import { type DevServer, startDevServer } from "./dev-server.ts";

let root: string;
let server: DevServer;
beforeAll(async () => {
  root = await mkdtemp(join(tmpdir(), "vinr-dev-"));
  await mkdir(join(root, "site/guide"), { recursive: true });
  await writeFile(join(root, "secret.txt"), "secret");
  await writeFile(join(root, "site/.hidden"), "secret");
  await writeFile(join(root, "site/index.html"), "<html><body>Home</body></html>");
  await writeFile(join(root, "site/guide/index.html"), "<html><body>Guide</body></html>");
  await writeFile(join(root, "site/openapi.json"), "{}");
  server = await startDevServer({ root: join(root, "site"), port: 0, live: true });
});
afterAll(async () => {
  await server.close();
  await rm(root, { recursive: true });
});

describe("the development server", () => {
  it("serves pages and files under their types", async () => {
    expect(await (await fetch(`${server.url}/guide`)).text()).toContain("Guide");
    const json = await fetch(`${server.url}/openapi.json?x=1`);
    expect(json.headers.get("content-type")).toBe("application/json");
    expect(await json.text()).toBe("{}");
  });

  it("answers 404 for what is not there and 405 for what is not reading", async () => {
    expect((await fetch(`${server.url}/nothing`)).status).toBe(404);
    expect((await fetch(server.url, { method: "POST" })).status).toBe(405);
  });

  it.each([
    "/../secret.txt",
    "/%2e%2e/secret.txt",
    "/..%5csecret.txt",
    "/.hidden",
    "/guide/..%2f.hidden",
    "/%00",
    "/%zz",
  ])("does not leave its folder for %s", async (path) => {
    const reply = await sendRaw(server.url, `GET ${path} HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n`);
    expect(reply).toMatch(/^HTTP\/1.1 404 /);
    expect(reply).not.toContain("secret");
  });

  it("tells open pages to load again", async () => {
    const response = await fetch(`${server.url}/.reload`);
    const reader = response.body?.pipeThrough(new TextDecoderStream()).getReader();
    expect((await reader?.read())?.value).toContain("event: run");
    server.reload();
    expect((await reader?.read())?.value).toContain("event: reload");
    await reader?.cancel();
  });

  it("puts its script into served pages, and leaves it out where pages are not live", async () => {
    expect(await (await fetch(server.url)).text()).toMatch(/Home<script>[\s\S]*EventSource[\s\S]*<\/body>/);
    const plain = await startDevServer({ root: join(root, "site"), port: 0, live: false });
    expect(await (await fetch(plain.url)).text()).toBe("<html><body>Home</body></html>");
    expect((await fetch(`${plain.url}/.reload`)).status).toBe(404);
    await plain.close();
  });
});
