/** Servers that are not a sandbox, and may be hostile, to which somebody's command leads; and keys in the wrong place. */
import type { ServerResponse } from "node:http";
import { setTimeout as sleep } from "node:timers/promises";
import { describe, expect, it, onTestFinished, vi } from "vitest";
import { Run, runWith } from "../testing/command.js";
import { listenOn } from "../testing/hosted.js";

/** The address of a server that is not a sandbox. */
const serveOther = (status: number, body: string) =>
  listenOn((_, response) => void response.writeHead(status).end(body));

/** Lets Node itself give up on a response after 100 ms, and not after five minutes. */
async function shortenPatience(): Promise<void> {
  // Node makes its dispatcher at the first request.
  await fetch("data:,");
  const found = Object.getOwnPropertySymbols(globalThis).find((one) => one.description === "undici.globalDispatcher.1");
  const world = globalThis as unknown as Record<symbol, { readonly constructor: new (options: object) => object }>;
  const name = found ?? Symbol();
  const { [name]: before } = world;
  if (before === undefined) throw new Error("Node has no dispatcher.");
  Object.assign(world, { [name]: new before.constructor({ headersTimeout: 100, bodyTimeout: 100 }) });
  onTestFinished(() => void Object.assign(world, { [name]: before }));
}

const event = { id: "evt_1", type: "a", created_at: "", data: { object: { id: "pay_1" } } };
const notSandbox = (url: string) => `${url} responded with 200, but not like a VINR sandbox. Check --url.\n`;

describe("a response", () => {
  it("that has no end does not fill the memory", async () => {
    let sent = 0;
    const url = await listenOn((_, response) => {
      response.writeHead(200, { "content-type": "application/json" });
      const chunk = Buffer.alloc(1024 * 1024, " ");
      const write = (): void => {
        while (!response.destroyed && response.write(chunk)) sent += chunk.length;
      };
      response.on("drain", write);
      write();
    });
    const { code, stdout, stderr } = await runWith({}, ["snapshot", "--url", url]);
    expect([code, stdout]).toEqual([1, ""]);
    expect(stderr).toContain(`The response of ${url} is larger than 67108864 bytes.`);
    expect(sent).toBeLessThan(200 * 1024 * 1024);
  });

  it("that breaks off is told apart", async () => {
    const url = await listenOn((_, response) => {
      response.writeHead(200, { "content-length": "100" }).write("{", () => response.destroy());
    });
    const { code, stderr } = await runWith({}, ["snapshot", "--url", url]);
    expect([code, stderr]).toEqual([1, `The response of ${url} was cut off. Try again.\n`]);
  });

  it.each([
    ["does not begin", () => undefined],
    ["does not end", (response: ServerResponse) => void response.write("{")],
  ])("that %s for longer than Node waits is told apart from a sandbox that is away", async (_, respond) => {
    await shortenPatience();
    const url = await listenOn(({ url = "" }, response) => {
      if (url.endsWith("/advances")) respond(response);
      else response.end(JSON.stringify({ data: [], page: {} }));
    });
    const { code, stderr } = await runWith({}, ["advance", "30d", "--url", url]);
    expect([code, stderr]).toEqual([
      1,
      `${url} has sent nothing for five minutes. What it has done by now stays done: look with npx @vinr/sandbox events before you run the command again.\n`,
    ]);
  });

  it("of a server that is something else is told as such", async () => {
    const url = await serveOther(404, "<html>");
    const { code, stderr } = await runWith({}, ["events", "--url", url]);
    expect([code, stderr]).toEqual([1, `${url} responded with 404, but not like a VINR sandbox. Check --url.\n`]);
  });

  it.each([
    "{}",
    "null",
    "[]",
    '"text"',
    '{"data":[null],"page":{}}',
    '{"error":{"code":{"toString":1},"message":""}}',
  ])("that is the JSON %s is told as such, too", async (body) => {
    const url = await serveOther(200, body);
    for (const args of [["events"], ["trigger", "payment.completed"], ["advance", "1d"]]) {
      const { code, stderr } = await runWith({}, [...args, "--url", url]);
      expect([code, stderr]).toEqual([1, notSandbox(url)]);
    }
  });
});

describe("texts of a server", () => {
  it("do not drive the terminal", async () => {
    const message = `no\n\u001b[2J\u202e${"x".repeat(5000)}`;
    const url = await serveOther(400, JSON.stringify({ error: { code: "c", message } }));
    const { code, stderr } = await runWith({}, ["events", "--url", url]);
    expect([code, stderr.slice(0, 22), stderr.length < 2100]).toEqual([1, "no \\u001b[2J\\u202exxxx", true]);
    const events = await serveOther(200, JSON.stringify({ data: [{ ...event, type: "\u001b[2J" }], page: {} }));
    expect((await runWith({}, ["events", "--url", events])).stdout).toContain("\\u001b[2J");
  });

  it("show no key that begins where they are cut", async () => {
    const message = `${"x".repeat(1995)}sk_test_verysecret ${"1 ".repeat(100_000)}`;
    const url = await serveOther(400, JSON.stringify({ error: { code: "c", message } }));
    const { stderr } = await runWith({}, ["events", "--url", url]);
    expect(stderr).toBe(`${"x".repeat(1995)}sk_te (c)\n`);
  });

  it("do not drive it either while work lasts", async () => {
    const url = await listenOn(async ({ url = "" }, response) => {
      if (url.endsWith("/advances")) await sleep(1500);
      const created_at = "\u001b[2J\n\u202e";
      response.end(JSON.stringify({ data: [{ ...event, created_at }], page: { total_estimate: 1 }, now: "" }));
    });
    const shown: (string | undefined)[] = [];
    await runWith({}, ["advance", "1d", "--url", url], { showProgress: (line) => shown.push(line) });
    expect(shown.join("")).toContain("the last at \\u001b[2J \\u202e");
  });

  it("forge no line beside their own", async () => {
    const forged = "\n2026-04-15T10:30:00Z  payment.completed     evt_forged  pay_forged";
    const list = { data: [{ ...event, id: `evt_1${forged}` }], page: {}, now: forged, object: "clock" };
    const url = await serveOther(200, JSON.stringify(list));
    for (const args of [["events"], ["advance", "1d"], ["trigger", "payment.created"]]) {
      const { stdout, stderr } = await runWith({}, [...args, "--url", url]);
      expect(`${stdout}${stderr}`).not.toMatch(/^2026-04-15/m);
    }
  });

  it("show no key, even where a server sends back the one that it got", async () => {
    const url = await listenOn(({ headers }, response) => {
      response.writeHead(401).end(JSON.stringify({ error: { code: "c", message: `no ${headers.authorization}` } }));
    });
    const { stderr } = await runWith({ VINR_SECRET_KEY: "sk_test_verysecret" }, ["events", "--url", url]);
    expect(stderr).toBe("no Bearer sk_test_… (c)\n");
    const echo = await serveOther(401, JSON.stringify({ error: { code: "sk_test_verysecret", message: "no" } }));
    const told = await runWith({ VINR_SECRET_KEY: "sk_test_verysecret" }, ["events", "--json", "--url", echo]);
    expect(JSON.parse(told.stderr)).toEqual({ error: { message: "no (sk_test_…)", code: "sk_test_…" } });
  });
});

describe("events that do not end", () => {
  it.each(["trigger payment.created", "advance 1d"])("do not keep %s, where they are the same", async (args) => {
    const url = await serveOther(200, JSON.stringify({ data: Array(100).fill(event), page: { next_cursor: "evt_1" } }));
    const { code, stderr } = await runWith({}, [...args.split(" "), "--url", url]);
    expect([code, stderr]).toEqual([1, `The events of ${url} do not end. Check --url.\n`]);
  });

  it.each([1, 100])("do not keep a command, %i on a page", { timeout: 60_000 }, async (count) => {
    let asked = 0;
    let newest: object = event;
    const url = await listenOn(({ url = "" }, response) => {
      asked += 1;
      const further = Array.from({ length: count - 1 }, (_, index) => ({ ...event, id: `evt_${asked}_${index}` }));
      const data = [...further, newest];
      if (url.startsWith("/sandbox/events")) newest = data[0] ?? newest;
      response.end(JSON.stringify({ data, page: { next_cursor: `evt_${asked}` }, now: "" }));
    });
    const { code, stderr } = await runWith({}, ["advance", "1d", "--url", url]);
    const expected = count === 1 ? [0, ""] : [1, `The events of ${url} do not end. Check --url.\n`];
    expect([code, stderr]).toEqual(expected);
    expect(asked).toBeLessThan(3000);
  });

  it("are of no sandbox where a page has more than was asked for", async () => {
    const url = await serveOther(
      200,
      JSON.stringify({ data: Array(200_000).fill({}), page: { next_cursor: "evt_1" } }),
    );
    for (const args of [["events"], ["trigger", "payment.created"], ["advance", "1d"]]) {
      const { code, stderr } = await runWith({}, [...args, "--url", url]);
      expect([code, stderr]).toEqual([1, notSandbox(url)]);
    }
  });
});

describe("events --follow", () => {
  const list = (...data: object[]) => [200, { data, page: {} }] as const;
  const busy = (code: string) => [code === "rate_limited" ? 429 : 503, { error: { code, message: "later" } }] as const;
  const gone = [401, { error: { code: "invalid_api_key", message: "no" } }] as const;

  /** A server that responds with one after another, and with the last one again and again. */
  async function serveInOrder(responses: readonly (readonly [number, object])[], retryAfter: string) {
    let asked = 0;
    const url = await listenOn((_, response) => {
      const [status, body] = responses[Math.min(asked++, responses.length - 1)] ?? gone;
      response.writeHead(status, status < 429 ? {} : { "retry-after": retryAfter }).end(JSON.stringify(body));
    });
    return { url, countOf: () => asked };
  }

  it("goes on after a sandbox was busy for a moment", async () => {
    const responses = [list(), busy("service_unavailable"), busy("rate_limited"), list(event), gone];
    const { url } = await serveInOrder(responses, "1");
    const { code, stdout, stderr } = await runWith({}, ["events", "--follow", "--json", "--url", url]);
    expect([code, stdout, JSON.parse(stderr).error.code]).toEqual([1, `${JSON.stringify(event)}\n`, "invalid_api_key"]);
  });

  it("loses none of several pages of which a later one is not sent at first", async () => {
    const events = Array.from({ length: 150 }, (_, index) => ({ ...event, id: `evt_${149 - index}` }));
    const cursor = { next_cursor: "evt_50" };
    const pages = [[200, { data: events.slice(0, 100), page: cursor }] as const, busy("rate_limited")];
    const rest = [pages[0] ?? gone, list(...events.slice(100)), list(...events.slice(0, 1)), gone];
    const { url } = await serveInOrder([list(), ...pages, ...rest], "1");
    const { stdout } = await runWith({}, ["events", "--follow", "--json", "--url", url]);
    const shown = stdout.trim().split("\n");
    expect(shown.map((line) => JSON.parse(line).id)).toEqual(events.map(({ id }) => id).reverse());
  });

  it("ends where it is to wait for longer than a minute", async () => {
    const { url, countOf } = await serveInOrder([list(), busy("service_unavailable")], "61");
    const { code, stderr } = await runWith({}, ["events", "--follow", "--json", "--url", url]);
    expect([code, JSON.parse(stderr).error.code, countOf()]).toEqual([1, "service_unavailable", 2]);
  });
});

it("a server that does not say how far the work is gets one question at a time, and keeps no command after it", async () => {
  let [open, most, asked] = [0, 0, 0];
  const url = await listenOn(async ({ url = "" }, response) => {
    if (url.endsWith("/advances")) await sleep(2200);
    // The first one is asked before the work begins.
    if (url.endsWith("limit=1") && asked++ > 0) {
      most = Math.max(most, ++open);
      response.on("close", () => open--).write("{");
    } else response.end(JSON.stringify({ data: [], page: {}, now: "" }));
  });
  await runWith({}, ["advance", "1d", "--url", url], { showProgress: () => undefined });
  while (open > 0) await sleep(20);
  expect([most, asked]).toEqual([1, 2]);
});

it("events --follow asks for no more while whoever reads what it prints stands still", async () => {
  let asked = 0;
  const ids = (first: number) => Array.from({ length: 100 }, (_, index) => `evt_${first + index}`);
  const url = await listenOn((request, response) => {
    const before = Number(/ending_before=evt_(\d+)/.exec(request.url ?? "")?.[1] ?? -2);
    asked += 1;
    const data = ids(before + 1).map((id) => ({ ...event, id, data: { object: { id: "x".repeat(1_000) } } }));
    // Full pages would be read on at once.
    response.end(JSON.stringify({ object: "list", data: data.slice(0, 99).reverse(), page: {} }));
  });
  const run = new Run(["events", "--follow", "--url", url]);
  onTestFinished(() => void run.child.kill("SIGKILL"));
  await run.printed(/Ctrl-C ends it/);
  run.child.stdout?.pause();
  let before = -1;
  while (asked !== before) {
    before = asked;
    await sleep(1_500);
  }
  const { stdout } = run;
  run.child.stdout?.resume();
  await vi.waitFor(() => expect(run.stdout.length).toBeGreaterThan(stdout.length + 500_000), { timeout: 20_000 });
});

it.each([
  [["events", "sk_live_verysecret"], "Unexpected argument 'sk_live_…'"],
  [["trigger", "sk_live_verysecret"], 'There is no type of event "sk_live_…"'],
  [["advance", "rk_live_verysecret"], 'got "rk_live_…"'],
  [["sk_live_verysecret"], 'There is no command "sk_live_…"'],
  [["events", "postgres://me:verysecret@127.0.0.1/vinr"], "Unexpected argument 'postgres://…@127.0.0.1/vinr'"],
  [["trigger", "postgres://me:very@secret@127.0.0.1/vinr"], 'There is no type of event "postgres://…@127.0.0.1/vinr"'],
  [["events", "postgres://me@srv:verysecret@127.0.0.1/vinr"], "Unexpected argument 'postgres://…@127.0.0.1/vinr'"],
  [["restore", "postgres://me:very'secret@127.0.0.1/vinr"], "postgres://…@127.0.0.1/vinr"],
  [["postgres://me:verysecret@127.0.0.1/vinr"], 'There is no command "postgres://…@127.0.0.1/vinr"'],
  [["--port", "0", "postgres://me:very/secret@127.0.0.1/vinr"], "Unexpected argument 'postgres://…@127.0.0.1/vinr'"],
  [["torture", "http://:verysecret@127.0.0.1:9/", "--secret", "whsec_1"], "torture takes the address of your webhook"],
  [["--public-url", "https://me:verysecret@s.example/path"], 'got "https://…@s.example/path"'],
  [
    ["--port", "0", "--data", "postgres://me:verysecret@127.0.0.1/vinr"],
    "postgres://…@127.0.0.1/vinr cannot be opened",
  ],
])("a key or a password in the wrong place is not printed: %j", async (args, message) => {
  const run = new Run(args);
  expect(await run.ended).toBeGreaterThan(0);
  expect(run.output).toContain(message);
  expect(run.output).not.toMatch(/very.?secret/);
});
