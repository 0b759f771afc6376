/** The sandbox that pages run, without a page: its real parts, in Node. */
import { fileURLToPath } from "node:url";
import { describe, expect, it } from "vitest";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { describeTry, type TryOperation } from "../reference/try-operation.ts";
import { testCards } from "./cards.ts";
import { buildRequest, fillFields } from "./panel/build-request.ts";
import type { SandboxView, TryRequest, TryResponse } from "./protocol.ts";
import { openSandbox, type TrySandbox } from "./sandbox.ts";

const api = buildModel(await loadSpec(fileURLToPath(new URL("../../spec/openapi.yaml", import.meta.url))));
const operations = api.operations.map((operation) => describeTry(operation, api.basePath));
const find = (id: string): TryOperation => {
  const found = operations.find(({ operationId }) => operationId === id);
  if (found === undefined) throw new Error(`There is no ${id}.`);
  return found;
};

const look = async (sandbox: TrySandbox): Promise<SandboxView> => (await sandbox.readState()).view;

/** Presses Run for the first time on the page of an operation. */
async function run(sandbox: TrySandbox, id: string): Promise<TryResponse> {
  const operation = find(id);
  const fields = fillFields(operation, await sandbox.prepare(find(id)));
  return sandbox.send(buildRequest(operation, fields, crypto.randomUUID()));
}

describe("the first run of an operation's sample", () => {
  it.each(operations.map(({ operationId }) => operationId))("succeeds in a new sandbox: %s", async (id) => {
    const sandbox = await openSandbox();
    const { status } = await run(sandbox, id);
    const documented = api.operations.find(({ operationId }) => operationId === id)?.responses ?? [];
    expect(documented.map((response) => response.status).filter((one) => one.startsWith("2"))).toContain(
      String(status),
    );
  });

  it.each(operations.map(({ operationId }) => operationId))("is valid for the validators: %s", async (id) => {
    const sandbox = await openSandbox();
    const fields = fillFields(find(id), await sandbox.prepare(find(id)));
    expect(await sandbox.check(buildRequest(find(id), fields, crypto.randomUUID()))).toEqual([]);
  });

  it("says what had to be made first, and makes nothing a second time", async () => {
    const sandbox = await openSandbox();
    const { made } = await sandbox.prepare(find("retrievePayment"));
    expect(made).toMatch(/^Run needs a payment\. The sandbox created one first: pay_\w+\.$/);
    expect((await sandbox.prepare(find("retrievePayment"))).made).toBeUndefined();
  });
});

describe("from page to page", () => {
  it("ids carry over: what is created, paid, captured and refunded is one payment", async () => {
    const sandbox = await openSandbox();
    const operation = find("createPayment");
    const { body } = fillFields(operation, {});
    const authorized = JSON.stringify({ ...JSON.parse(body ?? ""), capture: false });
    const created = await sandbox.send(buildRequest(operation, { values: new Map(), body: authorized }, "1"));
    const { id } = JSON.parse(created.body);
    await sandbox.pay({ id, card: testCards[0].number });
    expect(JSON.parse((await run(sandbox, "capturePayment")).body)).toMatchObject({ id, status: "completed" });
    expect(JSON.parse((await run(sandbox, "createRefund")).body)).toMatchObject({ payment: id });
    await sandbox.moveClock("settlement");
    await sandbox.moveClock("day");
    await sandbox.moveClock("day");
    expect(JSON.parse((await run(sandbox, "retrieveSettlement")).body)).toMatchObject({ status: "paid" });
    const { events, payment } = await look(sandbox);
    expect(payment).toMatchObject({ id });
    expect(events.map(({ type }) => type)).toEqual([
      "settlement.completed",
      "refund.completed",
      "refund.created",
      "payment.completed",
      "payment.authorized",
      "payment.created",
    ]);
  });

  it("the sandbox is as it was when its snapshot is opened again", async () => {
    const before = await openSandbox();
    const { body } = await run(before, "createPayment");
    const { view, snapshot } = await before.readState();
    const after = await openSandbox(snapshot);
    expect((await look(after)).payment).toEqual(view.payment);
    const created = JSON.parse((await run(after, "createPayment")).body);
    expect(created.id).not.toBe(JSON.parse(body).id);
  });

  it.each(["", "{", "null", '{"format":"vinr-sandbox-snapshot","version":0}'])(
    "a snapshot that cannot be read, %j, gives a new sandbox",
    async (snapshot) => {
      expect((await look(await openSandbox(snapshot))).eventCount).toBe(0);
    },
  );

  it("its clock begins at nine in the morning, and goes on from page to page", async () => {
    const sandbox = await openSandbox();
    expect((await look(sandbox)).now).toMatch(/T09:00:/);
    await sandbox.moveClock("hour");
    const { snapshot } = await sandbox.readState();
    expect((await look(await openSandbox(snapshot))).now).toMatch(/T10:00:/);
  });

  it("a reset leaves nothing", async () => {
    const sandbox = await openSandbox();
    await run(sandbox, "createRefund");
    await sandbox.reset();
    expect(await look(sandbox)).toMatchObject({ payment: undefined, settlement: undefined, eventCount: 0 });
  });
});

describe("the customer", () => {
  it("uses the test cards of the reference, with the results that it tells", () => {
    const description = api.tags.find(({ description = "" }) => description.includes("| Card number |"))?.description;
    const rows = [...(description ?? "").matchAll(/^\| `([\d ]+)` \| (.+) \|$/gm)];
    expect(testCards).toEqual(rows.map(([, number, result = ""]) => ({ number, result: result.replaceAll("`", "") })));
  });

  it.each(testCards)("pays with $number, which $result", async ({ number, result }) => {
    const sandbox = await openSandbox();
    const { id } = JSON.parse((await run(sandbox, "createPayment")).body);
    await sandbox.pay({ id, card: number });
    const { payment } = await look(sandbox);
    const code = /fails with (\w+)/.exec(result)?.[1];
    if (code !== undefined) expect(payment).toMatchObject({ status: "failed", failure: { code } });
    else expect(payment?.status).toBe(result === "succeeds" ? "completed" : "requires_authentication");
  });

  it("passes or fails the challenge", async () => {
    const sandbox = await openSandbox();
    for (const [isPassed, status] of [
      [true, "completed"],
      [false, "failed"],
    ] as const) {
      const { id } = JSON.parse((await run(sandbox, "createPayment")).body);
      await sandbox.pay({ id, card: "4000 0000 0000 3220" });
      await sandbox.endChallenge({ id, isPassed });
      expect((await look(sandbox)).payment?.status).toBe(status);
    }
  });

  it("cannot pay with another number", async () => {
    const sandbox = await openSandbox();
    const { id } = JSON.parse((await run(sandbox, "createPayment")).body);
    await expect(sandbox.pay({ id, card: "4111 1111 1111 1111" })).rejects.toThrow(
      "not one of the sandbox's test cards",
    );
  });
});

describe("a request that is not valid", () => {
  const send = (body: string): TryRequest => ({
    operationId: "createPayment",
    method: "POST",
    url: "/v1/payments",
    body,
  });

  it("has a message for each field, and is sent all the same", async () => {
    const sandbox = await openSandbox();
    const request = send('{ "amount": 0, "currency": "EUR", "return_url": "https://shop.example" }');
    const issues = await sandbox.check(request);
    expect(issues.map(({ path, message }) => `${path}: ${message}`)).toEqual([
      "amount: amount must be at least 1, got 0",
      "return_url: return_url is not a known property; did you mean returnUrl?",
    ]);
    expect((await sandbox.send({ ...request, idempotencyKey: "1" })).status).toBe(400);
  });

  it("has one message where its body is not JSON", async () => {
    const sandbox = await openSandbox();
    expect(await sandbox.check(send("{"))).toEqual([{ path: [], message: "the body must be valid JSON" }]);
  });
});
