/** The built site, `docs/dist`, as files: `pnpm build` writes it before the tests run. */
import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { gzipSync } from "node:zlib";
import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import { withoutHeader } from "../scripts/emit/header.ts";
import { jsonSchemasOf } from "../scripts/generators/json-schemas.ts";
import { loadSpec } from "../scripts/read/document/load-spec.ts";
import { buildModel } from "../scripts/read/model/build-model.ts";
import { errorSlug, eventSlug, operationSlug, schemaSlug } from "./reference/addresses.ts";
import { codesOf } from "./reference/error-responses.ts";
import { listPages } from "./site/finish.ts";
import { markdownPath } from "./site/markdown/markdown-page.ts";
import { isRedirect } from "./site/redirects.ts";
import { checkLinks } from "./testing/links.ts";

const at = (path: string): string => fileURLToPath(new URL(path, import.meta.url));
const dist = at("dist");
const read = (path: string): Promise<string> => readFile(join(dist, path), "utf8");
const spec = await loadSpec(at("../spec/openapi.yaml"));
const api = buildModel(spec);
const codes = [...api.errorCodes.values()];
const pages = (await listPages(dist)).filter((path) => !isRedirect(path));

/** The text of the content without a script. */
function visibleText(html: string): string {
  const main = /<main[\s\S]*<\/main>/.exec(html)?.[0] ?? "";
  return main.replaceAll(/<(script|style|svg)[\s\S]*?<\/\1>/g, "").replaceAll(/<[^>]+>/g, " ");
}

describe("the site has a page", () => {
  const slugs = [
    ...api.operations.map(operationSlug),
    ...api.webhooks.map(({ name }) => eventSlug(name)),
    ...[...api.schemas.keys()].map(schemaSlug),
    ...codes.map(({ code }) => errorSlug(code)),
  ];
  it("for each operation, event, schema and error code, and no other", () => {
    const generated = pages.filter((path) => /^(?:reference\/[^/]+|errors)\/[^/]+\/index/.test(path));
    expect(generated).toEqual(slugs.map((slug) => `${slug}/index.html`).sort());
  });

  it("of hand-written instructions for each error code, and no other", async () => {
    const names = await readdir(at("errors"));
    expect(names.sort()).toEqual(codes.map(({ code }) => `${code}.md`).sort());
  });

  it("behind each doc_url of the examples", async () => {
    const urls = new Set(JSON.stringify(spec.document).match(/(?<="doc_url":")[^"]+/g));
    expect(urls.size).toBeGreaterThan(5);
    for (const url of urls) await stat(join(dist, new URL(url).pathname, "index.html"));
  });
});

it("has no broken link, missing anchor, orphan page or page without Markdown", async () => {
  expect(await checkLinks(dist)).toEqual({ broken: [], anchors: [], orphans: [], withoutMarkdown: [] });
});

describe("a guide pastes no code:", async () => {
  const names = (await readdir(at("src/content/docs/guides"))).filter((name) => name.endsWith(".mdx"));
  // Commands that install, start or upload something; all other code is included from `examples/`, which the tests run.
  const commands =
    /^(?:npm init -y\n)?(?:npm install(?: @(?:opentelemetry|vinr)\/[\w-]+)+|(?:[A-Z_]+=(?:"[^"]*"|\S+) )*npx \S.*|rsync .*)$/;

  it.each(names)("%s", async (name) => {
    const text = await readFile(at(`src/content/docs/guides/${name}`), "utf8");
    const blocks = [...text.matchAll(/^```(\w*)[^\n]*\n(.*?)\n```$/gms)];
    for (const [, language, code] of blocks) {
      expect(language).toBe("sh");
      expect(code).toMatch(commands);
    }
  });
});

describe("an operation's page without a script", () => {
  it.each(api.operations)("shows everything about $operationId", async (operation) => {
    const text = visibleText(await read(`${operationSlug(operation)}/index.html`));
    const names = [...operation.parameters, ...operation.responses.flatMap(({ headers }) => [...headers.values()])];
    for (const { name } of names) expect(text).toContain(String(name));
    for (const { status } of operation.responses) expect(text).toContain(status);
    for (const code of operation.responses.flatMap(codesOf)) expect(text).toContain(code);
    for (const sample of ["@vinr/client", "sandbox.api.vinr.com"]) expect(text).toContain(sample);
    expect(text.length).toBeGreaterThan(3000);
  });

  it("shows every property of the request and the response", async () => {
    const text = visibleText(await read("reference/payments/create-payment/index.html"));
    for (const name of ["PaymentCreateParams", "Payment", "PaymentFailure"]) {
      const properties = [...(api.schemas.get(name)?.schema.properties?.keys() ?? [])];
      expect(properties).not.toEqual([]);
      for (const property of properties) expect(text).toContain(property);
    }
  });

  it("shows the sample that the tests run", async () => {
    const markdown = await read("reference/payments/capture-payment.md");
    for (const extension of ["ts", "sh"]) {
      const sample = await readFile(at(`../examples/operations/generated/capture-payment.${extension}`), "utf8");
      expect(markdown).toContain(withoutHeader(sample));
    }
  });
});

describe("the downloads", () => {
  it("are the published spec, the same in YAML and JSON, here and beside the interactive page", async () => {
    const json = await read("openapi.json");
    expect(parse(await read("openapi.yaml"))).toEqual(JSON.parse(json));
    expect(await read("reference/interactive/openapi.json")).toBe(json);
    const samples = JSON.parse(json).paths["/payments"].post["x-codeSamples"];
    expect(samples).toHaveLength(2);
    const sample = await readFile(at("../examples/operations/generated/create-payment.ts"), "utf8");
    expect(samples[0].source).toBe(withoutHeader(sample));
  });

  it("include the journeys as they are in the repository", async () => {
    expect(await read("journeys.arazzo.yaml")).toBe(await readFile(at("../spec/journeys.arazzo.yaml"), "utf8"));
  });

  it("include an overlay that turns the bundle into the published spec", async () => {
    const { actions } = parse(await read("samples.overlay.yaml"));
    const document = JSON.parse(JSON.stringify(spec.document));
    for (const { target, update } of actions) {
      const [, path, method] = /^\$\.paths\['([^']+)'\]\.(\w+)$/.exec(target) ?? [];
      Object.assign(document.paths[path ?? ""][method ?? ""], update);
    }
    expect(document).toEqual(JSON.parse(await read("openapi.json")));
  });

  it("include a self-contained JSON Schema for each named schema and each part of a request", async () => {
    for (const [name, schema] of jsonSchemasOf(api)) {
      const ajv = new Ajv2020({ strict: false, validateFormats: false });
      const served = JSON.parse(await read(`schemas/${name}.json`));
      expect(served).toEqual(schema);
      expect(() => ajv.compile(served), name).not.toThrow();
    }
  });
});

describe("for assistants", () => {
  it("llms.txt lists every Markdown page once", async () => {
    const text = await read("llms.txt");
    const named = [...text.matchAll(/\]\(https:\/\/docs\.vinr\.com\/(\S+\.md)\)/g)].map(([, path = ""]) => path);
    const markdown = pages.filter((path) => path !== "404.html").map(markdownPath);
    expect(named.sort()).toEqual(markdown.sort());
  });

  it("llms.txt says how to run the sandbox, with the names that it has", async () => {
    const text = await read("llms.txt");
    const manifest = JSON.parse(await readFile(at("../packages/sandbox/package.json"), "utf8"));
    expect(text).toContain(`npm install ${manifest.name}`);
    expect(text).toContain(`npx ${manifest.name}, then baseUrl http://127.0.0.1:4020/v1`);
    expect(await readFile(at("../packages/sandbox/src/index.ts"), "utf8")).toContain("createSandbox");
    expect(manifest.files).toContain("AGENTS.md");
  });

  it.each([/minor unit/, /Idempotency-Key with every POST/, /raw body/, /never goes into a browser/])(
    "llms.txt instructs about %s",
    async (rule) => expect(await read("llms.txt")).toMatch(rule),
  );

  it("llms-full.txt contains every guide and operation", async () => {
    const text = await read("llms-full.txt");
    for (const path of pages.filter((path) => path.startsWith("guides/")))
      expect(text).toContain(await read(markdownPath(path)));
    for (const operation of api.operations) expect(text).toContain(`# ${operation.summary}\n`);
  });

  it("the API catalog links each server to the spec", async () => {
    const { linkset } = JSON.parse(await read(".well-known/api-catalog"));
    const anchors = linkset.slice(1).map(({ anchor }: { anchor: string }) => anchor);
    expect(anchors).toEqual(api.servers.map(({ url }) => url));
    for (const { "service-desc": links } of linkset.slice(1)) {
      for (const { href } of links) await stat(join(dist, new URL(href).pathname));
    }
  });
});

describe("the headers", () => {
  it("allow inline scripts by hash alone, and no evaluation of code", async () => {
    const policies = (await read("_headers")).match(/^ {2}Content-Security-Policy: .*/gm) ?? [];
    expect(policies).toHaveLength(2);
    for (const policy of policies) {
      const scripts = /script-src ([^;]*)/.exec(policy)?.[1] ?? "";
      expect(scripts).not.toMatch(/'unsafe-inline'|'unsafe-eval'|https?:|\*/);
    }
  });
});

describe("a social card", () => {
  it("is named by each page, and is a picture of 1200 by 630 px", async () => {
    const cards = new Set<string>();
    for (const path of pages.filter((path) => path !== "404.html")) {
      const [, card = `none on ${path}`] =
        /<meta property="og:image" content="https:\/\/docs\.vinr\.com\/([^"]+)">/.exec(await read(path)) ?? [];
      cards.add(card);
    }
    expect(cards.size).toBeGreaterThan(40);
    for (const card of cards) {
      const png = await readFile(join(dist, card));
      // The width and the height in the header of a PNG.
      expect([card, png.readUInt32BE(16), png.readUInt32BE(20)]).toEqual([card, 1200, 630]);
      expect(png.length).toBeLessThan(100_000);
    }
  });
});

describe("the weight of a page", () => {
  it("is at most 60 kB over the wire, with its styles and scripts", async () => {
    const weights = await Promise.all(pages.map(async (path) => [path, await weigh(await read(path))] as const));
    const [path, heaviest] = weights.reduce((a, b) => (b[1] > a[1] ? b : a));
    console.log(`The heaviest page is ${path} with ${(heaviest / 1000).toFixed(1)} kB gzip of at most 60.`);
    expect(heaviest).toBeLessThanOrEqual(60_000);
  });
});

async function weigh(html: string): Promise<number> {
  const assets = new Set(html.match(/(?<=(?:href|src)=")\/_astro\/[^"]+/g));
  const files = await Promise.all([...assets].map((path) => readFile(join(dist, path))));
  return [Buffer.from(html), ...files].reduce((sum, content) => sum + gzipSync(content).length, 0);
}
