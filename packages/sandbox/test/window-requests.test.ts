/** The window's log of requests: all that a request was, and nothing that is secret. */
import { execFileSync } from "node:child_process";
import { request as send } from "node:http";
import { Vinr } from "@vinr/client";
import { afterEach, beforeEach, describe, expect, it, onTestFinished } from "vitest";
import type { RunningSandbox } from "../src/cli/serve.js";
import { BoundedLog } from "../src/pages/window/recording/bounded-log.js";
import { Capture, captureHeaders, captureText } from "../src/pages/window/recording/capture.js";
import { Recording } from "../src/pages/window/recording/recording.js";
import { redact } from "../src/pages/window/recording/redact.js";
import { measureHeap } from "./testing/measure-heap.js";
import { serveForTest, storageAt, throwError } from "./testing/serve.js";
import { createPlace } from "./testing/stores.js";
import { Visitor } from "./testing/visitor.js";

const newPayment = { amount: 1000, currency: "EUR", returnUrl: "https://shop.example/return" };

let errors: unknown[];
let sandbox: RunningSandbox;
let vinr: Vinr;
let visitor: Visitor;
beforeEach(async () => {
  errors = [];
  sandbox = await serveForTest((error) => errors.push(error));
  vinr = new Vinr({ secretKey: "sk_test_sandbox", baseUrl: `${sandbox.origin}/v1`, maxRetries: 0 });
  visitor = new Visitor(sandbox.origin);
});
afterEach(async () => {
  await sandbox.close();
  expect(errors).toEqual([]);
});

const ask = (path: string, init: RequestInit = {}) =>
  fetch(`${sandbox.origin}${path}`, { ...init, headers: { "x-api-key": "sk_test_sandbox", ...init.headers } });

/** The source of the newest request's page, as text. */
async function newest(): Promise<string> {
  const [path = ""] = /\/window\/requests\/\d+/.exec(await visitor.read("/window/requests")) ?? [];
  return textOf(await visitor.read(path));
}

function textOf(source: string): string {
  return source
    .replaceAll(/<[^>]*>/g, "")
    .replaceAll("&quot;", '"')
    .replaceAll("&#39;", "'")
    .replaceAll("&lt;", "<")
    .replaceAll("&gt;", ">")
    .replaceAll("&amp;", "&");
}

describe("a request", () => {
  it("has no page at another process, rather than that of another request", async () => {
    const place = await createPlace("SQLite");
    const all = await Promise.all([0, 1].map(() => serveForTest(throwError, { storage: storageAt(place.address) })));
    onTestFinished(() => Promise.all(all.map((one) => one.close())).then(() => undefined));
    const visitors = all.map(({ origin }) => new Visitor(origin));
    for (const { origin } of all) await fetch(`${origin}/v1/payments`, { headers: { "x-api-key": "sk_test_sandbox" } });
    const [path = ""] = /\/window\/requests\/\d+/.exec((await visitors[0]?.read("/window/requests")) ?? "") ?? [];
    const pages = await Promise.all(visitors.map((one) => one.get(path)));
    expect(pages.map(({ status }) => status)).toEqual([200, 404]);
    expect(textOf((await pages[1]?.text()) ?? "")).toContain("or another process served it");
  });

  it("is shown with its bodies, its id, and a command that sends it again", async () => {
    const description = "It's <b>bold</b> & 'quoted'";
    const { requestId } = await vinr.payments.create({ ...newPayment, description }).withResponse();
    const text = await newest();
    expect(text).toContain("POST /v1/payments");
    expect(text).toContain(requestId);
    expect(text).toContain('"amount": 1000');
    expect(text).toContain('"status": "pending"');
    expect(text).toContain('-H "Authorization: Bearer $VINR_SECRET_KEY"');
    expect(text).toContain(`"description":"It'\\''s <b>bold</b>`);
    expect(text).not.toContain("sk_test_sandbox");
  });

  it("is repeated by a command that does nothing but that, whatever is in its body and address", async () => {
    const body = "@/etc/passwd\r\n'\\u001b[201~\u0003rm -rf ~\u202e\n";
    await ask("/v1/payments?limit=[1-9]{1,2}", { method: "POST", body });
    const source =
      textOf(await newest())
        .split("Send it again")[1]
        ?.split("Show the key")[0] ?? "";
    expect(source).not.toMatch(/(?!\n)\p{Cc}|\p{Bidi_Control}/u);
    expect(source).toContain("--data-raw ");
    // As the shell has it: the arguments of the command, one after another.
    const list = source.replace("curl", "printf '%s\\0'");
    const given = execFileSync("bash", ["-c", list], { encoding: "utf8" }).split("\0");
    expect(given.slice(0, 2)).toEqual(["-g", `${sandbox.origin}/v1/payments?limit=[1-9]{1,2}`]);
    expect(given.at(-2)).toBe(body);
  });

  it("that failed is shown with its error and the documentation of it", async () => {
    await ask("/v1/payments/pay_none");
    const [path = ""] = /\/window\/requests\/\d+/.exec(await visitor.read("/window/requests")) ?? [];
    expect(await visitor.read(path)).toContain('href="https://docs.vinr.com/errors/resource_not_found"');
  });

  it("has its key in the command only if the reader asks for it", async () => {
    await ask("/v1/payments");
    const [path = ""] = /\/window\/requests\/\d+/.exec(await visitor.read("/window/requests")) ?? [];
    expect(await visitor.read(path)).not.toContain("sk_test_sandbox");
    expect(textOf(await visitor.read(`${path}?key=shown`))).toContain("-H 'Authorization: Bearer sk_test_sandbox'");
  });

  it("without a length is recorded too, and reaches the API whole", async () => {
    const body = JSON.stringify(newPayment);
    const headers = {
      "x-api-key": "sk_test_sandbox",
      "content-type": "application/json",
      "transfer-encoding": "chunked",
    };
    const status = await new Promise((resolve) => {
      const request = send(`${sandbox.origin}/v1/payments`, { method: "POST", headers }, (response) => {
        response.resume().on("end", () => resolve(response.statusCode));
      });
      request.write(body.slice(0, 20));
      request.end(body.slice(20));
    });
    expect(status).toBe(201);
    expect(await newest()).toContain('"returnUrl": "https://shop.example/return"');
  });

  it("with a key of no account is shown to whoever has this machine, and not to another account", async () => {
    await fetch(`${sandbox.origin}/v1/payments`, { headers: { authorization: "Bearer sk_live_1" } });
    expect(await newest()).toContain("api_key_wrong_environment");
    await visitor.post("/window/account", { key: "sk_test_other" });
    expect(await visitor.read("/window/requests")).toContain("No requests yet");
  });

  it("of another account is not shown", async () => {
    await ask("/v1/payments", { headers: { "x-api-key": "sk_test_other" } });
    expect(await visitor.read("/window/requests")).toContain("No requests yet");
  });

  it("is found by its status and by a text in its bodies", async () => {
    await vinr.payments.create({ ...newPayment, description: "A needle" });
    await ask("/v1/payments/pay_none");
    const found = async (search: string) => {
      const source = await visitor.read(`/window/requests?search=${encodeURIComponent(search)}`);
      return [...source.matchAll(/<b>[A-Z]+<\/b> [^<]*/g)].map(([text]) => text);
    };
    // The port in the address of a checkout page may have these digits, too.
    expect(await found("404")).toContain("<b>GET</b> /v1/payments/pay_none");
    expect(await found("NEEDLE")).toEqual(["<b>POST</b> /v1/payments"]);
    expect(await found("nothing")).toEqual([]);
  });
});

describe("the log", () => {
  it("has neither keys nor secrets nor card numbers, wherever they were sent", async () => {
    const card = "4111 1111 1111 1111";
    const metadata = { card, key: "sk_live_abcdef", hook: "whsec_abcdef" };
    await ask("/v1/payments?key=sk_test_sandbox", {
      method: "POST",
      body: JSON.stringify({ ...newPayment, metadata }),
      headers: { "content-type": "application/json", "idempotency-key": card.replaceAll(" ", "") },
    });
    const { id } = await vinr.payments.create({ ...newPayment, metadata });
    await vinr.webhooks.create({ url: "https://shop.example/hooks", enabled_events: ["*"] });
    await ask(`/sandbox/payments/${id}/card-payments`, {
      method: "POST",
      body: JSON.stringify({ card: "5555555555554444" }),
      headers: { "content-type": "application/json" },
    });
    await ask("/sandbox/restricted-keys", {
      method: "POST",
      body: '{"permissions":["payments:read"]}',
      headers: { "content-type": "application/json" },
    });
    const list = await visitor.read("/window/requests");
    const paths = [...new Set(list.match(/\/window\/requests\/\d+/g))];
    expect(paths.length).toBe(5);
    for (const path of paths) {
      const text = textOf(await visitor.read(path)).replaceAll(/[ -]/g, "");
      expect(text).not.toMatch(/4111111111111111|5555555555554444|sk_live_a|sk_test_s|rk_test_s|whsec_[a-z0-9]/);
    }
  });

  it("keeps the last entries of each account, and no more characters than its bound", () => {
    const log = new BoundedLog<string>({ entries: 3, characters: 100 });
    for (const name of ["a", "b", "c", "d"]) log.add("one", name, 10);
    expect(log.list("one", { limit: 10 }).entries.map(({ item, number }) => [item, number])).toEqual([
      ["d", 4],
      ["c", 3],
      ["b", 2],
    ]);
    log.add("other", "large", 90);
    expect(log.list("one", { limit: 10 }).entries.map(({ item }) => item)).toEqual(["d"]);
    expect(log.list("other", { limit: 10 }).entries.length).toBe(1);
  });

  it("takes no longer for an entry that makes the oldest one go", () => {
    const log = new BoundedLog<number>({ entries: 500, characters: 80_000 });
    const timeOf = (entries: number): number => {
      const start = performance.now();
      for (let added = 0; added < entries; added++) log.add(`account${added % 1000}`, added, 1);
      return performance.now() - start;
    };
    // The shortest of several times: the machine may do something else at any of them.
    const shortest = () => Math.min(...Array.from({ length: 20 }, () => timeOf(4_000)));
    const empty = shortest();
    shortest();
    // To remove one is work too, a few times that of adding one; it was two hundred times.
    expect(shortest() / empty).toBeLessThan(40);
    expect(log.list("account0", { limit: 500 }).entries.length).toBe(80);
  });

  it("forgets what an account no longer lists, whatever room there is for others", async () => {
    const log = new BoundedLog<object>({ entries: 10, characters: 1e9 });
    const added: WeakRef<object>[] = [];
    for (let number = 0; number < 20_000; number++) {
      const item = { number };
      added.push(new WeakRef(item));
      log.add("one", item, 1);
      // What a reference was asked for, or made of, is kept until a turn of the event loop has ended.
      if (number % 1_000 === 0) await new Promise(setImmediate);
    }
    await new Promise(setImmediate);
    measureHeap();
    expect(added.filter((item) => item.deref() !== undefined).length).toBeLessThan(3_000);
    expect(log.list("one", { limit: 100 }).entries).toHaveLength(10);
  });

  it("keeps nothing in memory of a long text but the beginning that it has", () => {
    const makeText = (): string => JSON.stringify(Array.from({ length: 200_000 }, () => "text"));
    const before = measureHeap();
    const kept = Array.from({ length: 50 }, () => [captureText(makeText()), captureHeaders([["x-long", makeText()]])]);
    expect(measureHeap() - before).toBeLessThan(10e6);
    expect(kept).toHaveLength(50);
  });

  it("keeps nothing in memory of a long address, or of a header around the name of an account", async () => {
    const recording = new Recording({ now: Date.now, openAccount: "sandbox" });
    const handler = recording.recordRequests(async () => new Response());
    const before = measureHeap();
    for (let number = 0; number < 1_000; number++) {
      const authorization = `Bearer${" ".repeat(15_000)}sk_test_${number}4fJ8sQ2nXv7LbT5yRk1W`;
      await handler(new Request(`http://localhost/v1/${"x".repeat(15_000)}${number}`, { headers: { authorization } }));
      await handler(new Request(`http://localhost/v1/payments/pay_${number}#${"x".repeat(15_000)}`));
      await new Promise(setImmediate);
    }
    expect(measureHeap() - before).toBeLessThan(10e6);
    expect(recording.requests.list("sandbox", { limit: 1 }).entries).toHaveLength(1);
  });

  it("pages from the newest to the oldest", () => {
    const log = new BoundedLog<number>({ entries: 10, characters: 100 });
    for (let item = 1; item <= 5; item++) log.add("one", item, 1);
    expect(log.list("one", { limit: 2 })).toMatchObject({ entries: [{ item: 5 }, { item: 4 }], hasOlder: true });
    expect(log.list("one", { limit: 9, before: 4 })).toMatchObject({
      entries: [{ item: 3 }, { item: 2 }, { item: 1 }],
    });
  });
});

describe("redacting", () => {
  it.each([
    ["4242424242424242", "••••4242"],
    ["card 4242 4242 4242 4242.", "card ••••4242."],
    ["12 4242-4242-4242-4242 7", "12 ••••4242 7"],
    ["3782 822463 10005", "••••0005"],
    ["Bearer sk_test_abc, rk_live_x1", "Bearer sk_test_…, rk_live_…"],
    ['{"secret":"whsec_0abc"}', '{"secret":"whsec_…"}'],
  ])("%s", (text, expected) => {
    expect(redact(text)).toBe(expected);
  });

  it("takes no longer for the last of many numbers than for the first", () => {
    const numbers = "1 ".repeat(20_000);
    expect(redact(`${numbers}4242 4242 4242 4242`).includes("4242 4242")).toBe(false);
  });

  it.each(["999999999999", "2026-04-15T10:30:00Z", "pay_1234567890", "4242424242424241", "1764268000000"])(
    "leaves %s as it is",
    (text) => {
      expect(redact(text)).toBe(text);
    },
  );
});

describe("redacting a body", () => {
  it.each([
    [String.raw`{"card":"\u0034242 4242 4242 4242"}`, '{"card":"••••4242"}'],
    [String.raw`{"key":"sk\u005flive_a\u0062c","note":"\"\u0041"}`, String.raw`{"key":"sk_live_…","note":"\"A"}`],
    [String.raw` ["wh\u0073ec_abc"]`, ' ["whsec_…"]'],
    ["card=4242+4242+4242+4242", "card=••••4242"],
    ["card=4242%204242%204242%204242&key=sk%5Flive%5Fabc", "card=••••4242&key=sk_live_…"],
    ["one\n4242 4242 4242 4242\n+ two", "one\n••••4242\n+ two"],
  ])("as it is read: %j", (body, expected) => {
    expect(captureText(body)).toBe(expected);
  });

  it.each([
    String.raw`{"note":"\u0041 \\u0034242 4242 4242 4242 \" \u00e9 \ud83d"}`,
    '{"amount":1000,"note":"+49 30 123 100%25"}',
    "amount=1000&note=100%25+of+it",
    "@/etc/passwd",
  ])("leaves %j as it is", (body) => {
    expect(captureText(body)).toBe(body);
  });
});

describe("a body that is longer than what is kept", () => {
  const card = "4111111111111111";
  const read = (text: string) => {
    const capture = new Capture();
    capture.note(new TextEncoder().encode(text));
    return capture;
  };

  it("is cut, however many bytes its characters have, and takes nothing more", () => {
    const capture = read("€".repeat(10_000));
    expect(capture.isFull).toBe(true);
    capture.note(new TextEncoder().encode("after a gap"));
    expect(capture.text).toMatch(/^€{4000,}\n… \(cut off\)$/);
  });

  it("is cut also where it gets short without its keys", () => {
    const text = "sk_test_4fJ8sQ2nXv7LbT5yRk1W ".repeat(1_000);
    for (const captured of [read(text).text, captureText(text)])
      expect(captured).toMatch(/^sk_test_… .*\n… \(cut off\)$/s);
  });

  it("has no digits of a card number at its end", () => {
    for (let before = 5_520; before < 5_540; before++)
      expect(read(`${"€".repeat(before)}${card}${" and so on".repeat(2_000)}`).text).not.toContain("4111");
    for (let before = 0; before < 30; before++) {
      const keys = `${"x".repeat(before)} ${"sk_test_4fJ8sQ2nXv7LbT5yRk1W ".repeat(571)}`;
      expect(captureText(`${keys}${`${card} `.repeat(50)}`)).not.toContain("4111111");
    }
  });

  it("is whole where it is just as long as that", () => {
    const text = "€".repeat(5_333);
    expect([read(text).text, captureText("x".repeat(16_000))]).toEqual([text, "x".repeat(16_000)]);
  });
});

it("a signature is kept whole, whatever its digits look like", () => {
  const signature = `v1=c8b4242424242424242${"a0".repeat(22)}f`;
  const rotated = `${signature},${signature}`;
  expect(captureHeaders([["x-vinr-signature", signature]])).toEqual([["x-vinr-signature", signature]]);
  expect(captureHeaders([["x-vinr-signature", rotated]])).toEqual([["x-vinr-signature", rotated]]);
  expect(captureHeaders([["x-card", `${signature},4242424242424242`]])).not.toEqual([
    ["x-card", expect.stringContaining("4242424242424242")],
  ]);
});
