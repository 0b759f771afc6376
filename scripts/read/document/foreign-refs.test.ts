import { mkdir, symlink, writeFile } from "node:fs/promises";
import { createServer, type Server } from "node:http";
import type { AddressInfo } from "node:net";
import { dirname, join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { startMock } from "../../mock/server.ts";
import { makeFolder } from "../../testing.ts";
import { loadSpec } from "./load-spec.ts";

const SECRET = "root:x:0:0";

/** Writes a spec into a folder of its own, with a secret beside the folder; `REF` in it stands for a reference. */
async function write(text: string, ref: string): Promise<string> {
  const file = join(await makeFolder(), "spec/openapi.yaml");
  await mkdir(dirname(file));
  await writeFile(join(dirname(file), "../secret.yaml"), `secret: ${SECRET}\n`);
  await writeFile(file, text.replaceAll("REF", JSON.stringify(ref)));
  return file;
}

const withExample = (example: string): string => `openapi: 3.1.0
info: { title: Test, version: "1" }
servers: [{ url: "https://api.example/v1" }]
paths:
  /a:
    get:
      operationId: readA
      responses:
        "200":
          description: Ok.
          content: { application/json: { schema: {}, examples: { one: ${example} } } }
`;
const inValue = withExample("{ value: { deep: [{ $ref: REF }] } }");

/** Every place where a tool may follow a reference, each with `REF` at the end of its line. */
const PLACES: Readonly<Record<string, string>> = {
  "an example's value": inValue,
  "an example": withExample("{ $ref: REF }"),
  "an example's externalValue": withExample("{ externalValue: REF }"),
  "an extension": `${withExample("{ value: 1 }")}x-more: { $ref: REF }\n`,
  "a description": `${withExample("{ value: 1 }")}tags: [{ name: T, description: { $ref: REF } }]\n`,
  "a schema": `${withExample("{ value: 1 }")}components: { schemas: { A: { $ref: REF } } }\n`,
  "a schema's example": `${withExample("{ value: 1 }")}components: { schemas: { A: { examples: [{ $ref: REF }] } } }\n`,
  "a default": `${withExample("{ value: 1 }")}components: { schemas: { A: { default: { $ref: REF } } } }\n`,
  "a mapping": `${withExample("{ value: 1 }")}components: { schemas: { A: { discriminator: { propertyName: t, mapping: { a: REF } } } } }\n`,
};

let listener: Server;
let origin: string;
const requested: string[] = [];
beforeAll(async () => {
  listener = createServer((request, response) => {
    requested.push(request.url ?? "");
    response.end(`{ "secret": "${SECRET}" }`);
  });
  await new Promise<void>((resolve) => listener.listen(0, "127.0.0.1", resolve));
  origin = `127.0.0.1:${(listener.address() as AddressInfo).port}`;
});
afterAll(() => void listener.close());

describe.each(Object.entries(PLACES))("a reference in %s", (place, text) => {
  it.each([
    ["an absolute path", () => "/etc/passwd"],
    ["a path out of the folder", () => "../secret.yaml"],
    ["a path out of the folder, with a part of it", () => "../secret.yaml#/secret"],
    ["an http URL", () => `http://${origin}/a.yaml`],
    ["an address without a scheme", () => `//${origin}/a.yaml`],
    ["a file URL", () => pathToFileURL("/etc/passwd").href],
    ["a data URL", () => 'data:application/json,{"a":1}'],
  ])("is rejected if it is %s, with its place, and nothing is fetched", async (_, ref) => {
    const file = await write(text, ref());
    const error: unknown = await loadSpec(file).catch((reason: unknown) => reason);
    expect(String(error)).toMatch(
      /openapi\.yaml:\d+ {2}\/\S+ {2}.*(?:outside of the spec's folder|nothing is fetched)/,
    );
    expect(String(error)).not.toContain(SECRET);
    // Redocly reports a mapping at the discriminator.
    if (place !== "a mapping") expect(String(error)).toMatch(/\/(?:\$ref|externalValue) {2}/);
    expect(requested).toEqual([]);
  });
});

describe("a reference to a file in the spec's folder", () => {
  it("is rejected if the file is a symbolic link that leads out of the folder", async () => {
    const file = await write(`${withExample("{ value: 1 }")}components: { schemas: { A: { $ref: REF } } }\n`, "a.yaml");
    await symlink("../secret.yaml", join(dirname(file), "a.yaml"));
    await expect(loadSpec(file)).rejects.toThrow(/openapi\.yaml:12 .*outside of the spec's folder/);
  });

  it("is followed through a symbolic link within the folder", async () => {
    const file = await write(`${withExample("{ value: 1 }")}components: { schemas: { A: { $ref: REF } } }\n`, "a.yaml");
    await writeFile(join(dirname(file), "b.yaml"), "type: string\n");
    await symlink("b.yaml", join(dirname(file), "a.yaml"));
    expect(JSON.stringify((await loadSpec(file)).document)).toContain('"string"');
  });

  it("is rejected where the bundle keeps it, as it does in an example", async () => {
    const file = await write(inValue, "a.yaml");
    await writeFile(join(dirname(file), "a.yaml"), "a: 1\n");
    await expect(loadSpec(file)).rejects.toThrow(
      "openapi.yaml:11  /paths/~1a/get/responses/200/content/application~1json/examples/one/value/deep/0/$ref  " +
        "a.yaml is not a reference to a part of this spec",
    );
  });

  it("has its own references held to the folder of the spec, and placed in the file", async () => {
    const file = await write(
      `${withExample("{ value: 1 }")}components: { schemas: { A: { $ref: REF } } }\n`,
      "a/b.yaml",
    );
    await mkdir(join(dirname(file), "a"));
    await writeFile(join(dirname(file), "c.yaml"), "type: string\n");
    await writeFile(join(dirname(file), "a/b.yaml"), "anyOf:\n  - $ref: ../c.yaml\n");
    expect(JSON.stringify((await loadSpec(file)).document)).toContain('"string"');
    await writeFile(join(dirname(file), "a/b.yaml"), "anyOf:\n  - $ref: ../../secret.yaml\n");
    await expect(loadSpec(file)).rejects.toThrow(/a\/b\.yaml:2 {2}\/anyOf\/0\/\$ref {2}.*outside of the spec's folder/);
  });
});

it("a local reference in an example is served as a part of the spec, and no other", async () => {
  const spec = await loadSpec(await write(inValue, "#/info/title"));
  const mock = await startMock({ spec, port: 0 });
  try {
    const response = await fetch(`${mock.url}/a`, {
      headers: { authorization: "Bearer sk_test_4eC39HqLyjWDarjtT1zdp7dc" },
    });
    expect(await response.text()).not.toContain(SECRET);
  } finally {
    await mock.close();
  }
  expect(requested).toEqual([]);
});
