/** The pictures, compared with the facts that they show: the sandbox's tables, its behaviour, and the spec. */
import { describe, expect, it } from "vitest";
import { retryDelays } from "../../packages/sandbox/src/domain/decide-delivery.ts";
import { paymentLife } from "../../packages/sandbox/src/domain/payment-life.ts";
import { createSandbox } from "../../packages/sandbox/src/index.ts";
import type { Json } from "../../scripts/model.ts";
import { loadSpec } from "../../scripts/read/document/load-spec.ts";
import { buildModel } from "../../scripts/read/model/build-model.ts";
import { find, findAll, parseHtml, textOf } from "../site/markdown/hast.ts";
import { checkoutSteps } from "./checkout.ts";
import { describeDuration } from "./duration.ts";
import { disputeLife, type Life, refundLife } from "./ends.ts";
import { drawPicture, pictureNames } from "./index.ts";
import { drawPaymentLife, firstEvent } from "./payment-life.ts";
import { NARROW, WIDE } from "./picture.ts";
import { drawSettlement } from "./settlement.ts";
import { toSvg } from "./svg.ts";

const api = buildModel(await loadSpec(new URL("../../spec/openapi.yaml", import.meta.url).pathname));
const draw = (name: string, width?: number) => parseHtml(toSvg(name, drawPicture(name, api, width)));
const enumOf = (name: string): Json[] => [...(api.schemas.get(name)?.schema.enum ?? [])];
const eventsOf = (prefix: string): string[] =>
  api.webhooks.map(({ name }) => name).filter((name) => name.startsWith(prefix));

const drawings = pictureNames.flatMap((name) => [NARROW, WIDE].map((width) => [name, width] as const));

describe.each(drawings)("the picture %s, %d pixels wide", (name, width) => {
  const picture = drawPicture(name, api, width);
  const svg = toSvg(name, picture);
  const tree = parseHtml(svg);

  it("has a title, a description and a table of the same facts", () => {
    const image = find(tree, ({ tagName }) => tagName === "svg");
    const named = (id: unknown) => textOf(find(tree, ({ properties }) => properties.id === String(id)) ?? tree);
    expect(image?.properties.role).toBe("img");
    expect(named(image?.properties.ariaLabelledBy)).toBe(picture.title);
    expect(named(image?.properties.ariaDescribedBy)).toBe(picture.description);
    expect(picture.table.rows.length).toBeGreaterThan(1);
    for (const row of picture.table.rows) expect(row).toHaveLength(picture.table.head.length);
  });

  it("runs and requests nothing, and has no colour of its own", () => {
    expect(svg).not.toMatch(/<script|<style|<image|<use|href|url\(|https?:|#[0-9a-f]{3,6}\b|\son\w+=/i);
  });

  it("stays within its frame, which a page has room for", () => {
    expect(picture.width).toBe(width);
    const marks = findAll(tree, ({ tagName }) => tagName === "rect" || tagName === "text");
    for (const { properties } of marks) {
      const [x, y, across, down] = [properties.x, properties.y, properties.width ?? 0, properties.height ?? 0].map(
        Number,
      );
      expect(x).toBeGreaterThanOrEqual(0);
      expect(Number(x) + Number(across)).toBeLessThanOrEqual(width);
      expect(Number(y) + Number(down)).toBeLessThanOrEqual(picture.height);
    }
  });
});

it("rejects the name of a picture that does not exist, and names those that do", () => {
  expect(() => drawPicture("payment-live", api)).toThrow(/"payment-live" is not a picture. Use one of payment-life, /);
});

describe.each([NARROW, WIDE])("the life of a payment, %d pixels wide", (width) => {
  const tree = draw("payment-life", width);
  const split = (value: unknown): string[] => String(value).split(" ");

  it("has an arrow for each transition of the sandbox's table, and no other", () => {
    const arrows = findAll(tree, ({ properties }) => properties.dataCause !== undefined);
    const drawn = arrows.flatMap(({ properties: { dataFrom, dataCause, dataTo } }) =>
      split(dataFrom).flatMap((from) =>
        split(dataCause).flatMap((cause) => split(dataTo).map((to) => `${from} ${cause} ${to}`)),
      ),
    );
    expect(drawn.sort()).toEqual(paymentLife.map(({ from, cause, to }) => `${from} ${cause} ${to}`).sort());
  });

  it("has each status of the spec once, with the event that tells of it", () => {
    const states = findAll(tree, ({ properties }) => properties.dataState !== undefined);
    expect(states.map(({ properties }) => properties.dataState).sort()).toEqual(enumOf("PaymentStatus").sort());
    for (const state of states) {
      const [name, ...events] = findAll(state, ({ tagName }) => tagName === "text").map(textOf);
      const told = paymentLife.flatMap(({ to, event }) => (to === name && event !== undefined ? [event] : []));
      expect([name, events]).toEqual([name, name === "pending" ? [firstEvent] : [...new Set(told)]]);
    }
  });

  it("is in words a row for each transition", () => {
    const { rows } = drawPicture("payment-life", api).table;
    const written = rows.slice(1).map(([from, , to, event]) => [from, to, event].join(" ").replaceAll("`", ""));
    expect(written).toEqual(paymentLife.map(({ from, to, event = "none" }) => `${from} ${to} ${event}`));
  });

  it("cannot be drawn from a table of another shape", () => {
    const without = paymentLife.filter(({ from, cause }) => from !== "requires_authentication" || cause !== "cancel");
    expect(() => drawPaymentLife(without)).toThrow("cancel leads to cancelled only from pending");
  });
});

describe.each([
  ["refund", refundLife, "RefundStatus"],
  ["dispute", disputeLife, "DisputeStatus"],
] as const)("the life of a %s", (kind, life: Life, schema) => {
  it("has the statuses and the events of the spec", () => {
    const statuses = [life.begin, ...life.ends].map(({ status }) => status);
    expect(statuses.sort()).toEqual(enumOf(schema).sort());
    const events = [life.begin, ...life.ends].flatMap(({ event }) => event ?? []);
    expect([...new Set(events)].sort()).toEqual(eventsOf(`${kind}.`).sort());
  });
});

describe("the sandbox", () => {
  /** A sandbox with a paid payment, and what it says of each object as its events arrive. */
  async function createPaid() {
    const sandbox = createSandbox();
    const post = async (path: string, body: object) => {
      const headers = { authorization: `Bearer ${sandbox.key()}`, "content-type": "application/json" };
      const response = await sandbox.fetch(`https://sandbox.api.vinr.com/v1${path}`, {
        method: "POST",
        headers,
        body: JSON.stringify(body),
      });
      return (await response.json()) as { readonly id: string };
    };
    const { id } = await post("/payments", { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" });
    await sandbox.checkout(id).pay("4242 4242 4242 4242");
    const told = async () =>
      (await sandbox.events()).map(({ type, data }) => `${type} ${(data.object as { status: string }).status}`);
    return { sandbox, post, id, told };
  }
  const stepOf = (life: Life, status: string): string => {
    const found = [life.begin, ...life.ends].find((one) => one.status === status);
    return `${found?.event} ${found?.status}`;
  };

  it("does with refunds as is drawn", async () => {
    const { sandbox, post, id, told } = await createPaid();
    await post("/refunds", { payment: id, amount: 400 });
    await sandbox.clock.advance({ hours: 1 });
    await sandbox.failNextRefund();
    await post("/refunds", { payment: id, amount: 600 });
    await sandbox.clock.advance({ hours: 1 });
    const [begun, arrived, failed] = ["pending", "succeeded", "failed"].map((status) => stepOf(refundLife, status));
    expect((await told()).slice(2)).toEqual([begun, arrived, begun, failed]);
  });

  it.each(["won", "lost"] as const)("does with a dispute that is %s as is drawn", async (outcome) => {
    const { sandbox, id, told } = await createPaid();
    const dispute = await sandbox.openDispute(id);
    await sandbox.resolveDispute(dispute.id, outcome);
    expect((await told()).slice(2)).toEqual(["open", outcome].map((status) => stepOf(disputeLife, status)));
  });

  it("posts the events of a checkout in the order that is drawn", async () => {
    const { told } = await createPaid();
    const drawn = checkoutSteps.filter(({ isEvent }) => isEvent).flatMap(({ lines }) => lines);
    expect((await told()).map((one) => `\`${one.split(" ")[0]}\``)).toEqual(drawn);
  });
});

it("a checkout calls operations and reads properties that the spec has", () => {
  const codes = checkoutSteps.flatMap(({ lines }) =>
    [...lines.join(" ").matchAll(/`([^`]+)`/g)].map(([, code]) => code),
  );
  const known = [
    ...api.operations.map(({ method, path }) => `${method.toUpperCase()} ${path}`),
    ...api.webhooks.map(({ name }) => name),
    ...(api.schemas.get("Payment")?.schema.properties?.keys() ?? []),
    ...enumOf("PaymentStatus"),
    ...["200", "201", "2xx"],
  ];
  expect(codes.filter((code) => !known.includes(code ?? ""))).toEqual([]);
});

describe("the attempts of a delivery", () => {
  it("are as far apart as the spec promises", () => {
    const { rows } = drawPicture("retries", api).table;
    const delays = rows.slice(1).map(([, delay]) => delay);
    const promised = `${delays.slice(0, -1).join(", ")} and ${delays.at(-1)}`;
    const tag = api.tags.find(({ description = "" }) => description.includes("Each delivery is signed"));
    expect((tag?.description ?? "").replace(/\s+/g, " ")).toContain(promised);
    expect(rows).toHaveLength(retryDelays.length + 1);
  });

  it.each([
    [60_000, "1 minute"],
    [9_360_000, "2 hours 36 minutes"],
    [86_400_000, "24 hours"],
    [3_660_000, "1 hour 1 minute"],
  ])("%d milliseconds are %s", (milliseconds, words) => {
    expect(describeDuration(milliseconds)).toBe(words);
  });
});

describe("the waterfall of a settlement", () => {
  const format = (amount: number): string => String(amount);

  it("shows the figures of the documented example, which add up", () => {
    const { rows } = drawPicture("settlement", api).table;
    expect(rows.map(([name, amount]) => `${name} ${amount}`)).toEqual([
      "`grossAmount` 1845.00 EUR",
      "`refundedAmount` −49.99 EUR",
      "`feeAmount` −52.38 EUR",
      "`netAmount` 1742.63 EUR",
    ]);
    expect(rows.map(([, , origin]) => origin).slice(0, 3)).toEqual([
      "2 transactions",
      "1 transaction",
      "3 transactions",
    ]);
  });

  it("draws a negative settlement within its frame, too", () => {
    const figures = {
      id: "setl_1",
      currency: "EUR",
      grossAmount: 100,
      refundedAmount: 300,
      feeAmount: 20,
      netAmount: -220,
    };
    const { marks } = drawSettlement(figures, [], format);
    const bars = findAll(parseHtml(marks.join("")), ({ tagName }) => tagName === "rect");
    for (const { properties } of bars) {
      expect(Number(properties.x)).toBeGreaterThanOrEqual(0);
      expect(Number(properties.x) + Number(properties.width)).toBeLessThanOrEqual(NARROW);
    }
  });
});
