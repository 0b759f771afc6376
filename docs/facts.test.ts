/** The guides' tables and figures, compared with the spec; the client's own are in its tests. */
import { readFile } from "node:fs/promises";
import { describe, expect, it } from "vitest";
import { parse } from "yaml";
import type { Schema } from "../scripts/model.ts";
import { loadSpec } from "../scripts/read/document/load-spec.ts";
import { buildModel } from "../scripts/read/model/build-model.ts";

const at = (path: string): URL => new URL(path, import.meta.url);
const api = buildModel(await loadSpec(at("../spec/openapi.yaml").pathname));
const guide = (name: string): Promise<string> => readFile(at(`src/content/docs/guides/${name}.mdx`), "utf8");

/** The rows of the table below a header that begins with the given cell, each as its cells. */
function table(text: string, firstCell: string): string[][] {
  const lines = text.split("\n");
  const start = lines.findIndex((line) => line.startsWith(`| ${firstCell} |`));
  if (start < 0) throw new Error(`no table begins with ${firstCell}`);
  const rows = lines.slice(start + 2);
  const end = rows.findIndex((line) => !line.startsWith("|"));
  return rows.slice(0, end < 0 ? undefined : end).map((row) =>
    row
      .split("|")
      .slice(1, -1)
      .map((cell) => cell.trim()),
  );
}

const codesIn = (cell = ""): string[] => [...cell.matchAll(/`([^`]+)`/g)].map(([, code = ""]) => code);
const schema = (name: string): Schema => {
  const found = api.schemas.get(name)?.schema;
  if (found === undefined) throw new Error(`there is no schema ${name}`);
  return found;
};
const parameter = (operationId: string, name: string): { schema: Schema; description?: string | undefined } => {
  const operation = api.operations.find((one) => one.operationId === operationId);
  const found = operation?.parameters.find((one) => one.name === name);
  if (found === undefined) throw new Error(`${operationId} has no parameter ${name}`);
  return found;
};

describe("the guides", () => {
  it("list every status of a payment", async () => {
    const rows = table(await guide("accept-a-payment"), "Status");
    expect(rows.flatMap(([status]) => codesIn(status))).toEqual(schema("PaymentStatus").enum);
  });

  it("list the test cards of the spec", async () => {
    const tag = api.tags.find(({ description = "" }) => description.includes("| Card number |"));
    expect(table(await guide("testing"), "Card number")).toEqual(table(tag?.description ?? "", "Card number"));
  });

  it("list every status of an error that an operation documents", async () => {
    const statuses = api.operations.flatMap(({ responses }) => responses.map(({ status }) => Number(status)));
    const documented = statuses.filter((status) => status >= 400);
    const rows = table(await guide("errors"), "Status");
    const listed = rows.flatMap(([status]) => codesIn(status).map(Number));
    expect(new Set(listed)).toEqual(new Set(documented));
  });

  it("give each error code of the validators its status", async () => {
    for (const [status, code] of table(await guide("validate-on-the-server"), "Status")) {
      for (const name of codesIn(code))
        expect([name, api.errorCodes.get(name)?.status]).toEqual([name, Number(codesIn(status)[0])]);
    }
  });

  it("give each error code that they name the status that the spec gives it", async () => {
    const text = (await Promise.all(["idempotency", "implement-the-api", "server-transactions"].map(guide))).join("\n");
    for (const [, status, code = ""] of text.matchAll(/`(\d{3})` \[`(\w+)`\]/g)) {
      expect([code, api.errorCodes.get(code)?.status]).toEqual([code, Number(status)]);
    }
  });

  it("state the limits of a page and of a key", async () => {
    const { minimum, maximum, default: usual } = parameter("listPayments", "limit").schema;
    expect(await guide("pagination")).toContain(`${minimum} to ${maximum}, ${String(usual)} by default`);
    const { maxLength } = parameter("createPayment", "Idempotency-Key").schema;
    expect(await guide("idempotency")).toContain(`A key has at most ${maxLength} characters`);
  });

  it("list the rate-limit headers that every success documents", async () => {
    const listed = table(await guide("rate-limits"), "Header").flatMap(([header]) => codesIn(header));
    for (const { operationId, responses } of api.operations) {
      const success = responses.find(({ status }) => status.startsWith("2"));
      const names = [...(success?.headers.keys() ?? [])].filter((name) => name.startsWith("X-RateLimit-"));
      expect([operationId, names]).toEqual([operationId, listed]);
    }
  });

  it("name as many journeys as there are", async () => {
    const { workflows } = parse(await readFile(at("../spec/journeys.arazzo.yaml"), "utf8"));
    const [, names = ""] = /call by call: ([^.]*)\./.exec(await guide("testing")) ?? [];
    expect(names.split("; ")).toHaveLength(workflows.length);
  });

  it("register an endpoint for each event that their handler of orders acts on", async () => {
    const code = await readFile(at("../examples/guides/fulfil-order.ts"), "utf8");
    const handled = [...code.matchAll(/case "([a-z.]+)":/g)].map(([, type]) => type);
    const [, section = ""] = (await guide("webhooks")).split("## Register the endpoint");
    const named = codesIn(section.split("\n## ")[0]);
    expect(handled.filter((type = "") => !named.includes(type))).toEqual([]);
  });

  it("say wherever they count on an idempotency key that VINR forgets it", async () => {
    const { description = "" } = parameter("createPayment", "Idempotency-Key");
    const [, lifetime = ""] = /For (\d+ hours), a second request/.exec(description) ?? [];
    expect(lifetime).not.toBe("");
    for (const name of ["idempotency", "refunds", "ai-assistants"]) expect(await guide(name)).toContain(lifetime);
  });

  it("repeat the schedule of deliveries that the spec promises", async () => {
    const promised = "1 minute, 5 minutes, 30 minutes, 2 hours and 24 hours";
    const tag = api.tags.find(({ description = "" }) => description.includes("Each delivery is signed"));
    expect((tag?.description ?? "").replace(/\s+/g, " ")).toContain(promised);
    expect(await guide("webhooks")).toContain(promised);
    expect(await guide("deliver-webhooks")).toContain(promised);
  });
});
