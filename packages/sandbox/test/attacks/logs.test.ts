/** Keys and card numbers in places where a log, a span or the window would show them. */
import { describe, expect, it } from "vitest";
import { logRequests, type RequestLine } from "../../src/cli/hosting/access-log.js";
import { routeOf } from "../../src/cli/hosting/telemetry.js";
import { captureHeaders } from "../../src/pages/window/recording/capture.js";
import { redactAddress } from "../../src/pages/window/recording/redact.js";

/** The line of a request to a path. */
async function lineOf(path: string): Promise<RequestLine> {
  const lines: RequestLine[] = [];
  const handler = logRequests(async () => new Response(), {
    write: (line) => lines.push(line),
    findAccount: () => undefined,
    now: Date.now,
  });
  await handler(new Request(`http://127.0.0.1:4020${path}`));
  const [line] = lines;
  if (line === undefined) throw new Error("Nothing was logged.");
  return line;
}

/** As often encoded, each character. */
function encode(text: string, times: number): string {
  let encoded = text;
  for (let count = 0; count < times; count++) {
    const bytes = [...encoded].map((character) => character.charCodeAt(0).toString(16).padStart(2, "0"));
    encoded = bytes.map((byte) => `%${byte}`).join("");
  }
  return encoded;
}

const key = "sk_test_4fJ8sQ2nXv7LbT5yRk1W";
const card = "4000056655665556";
const secret = /4fJ8|40000566|4000.?0566|5665566/;

const hiding: [about: string, path: string][] = [
  ["a key after an encoded space", `/v1/payments/%20${key}`],
  ["a key after an encoded quote", `/v1/payments/%22${key}%22`],
  ["a key after an id's prefix", `/v1/payments/pay_${key}`],
  ["a key right after another one", `/v1/payments/sk_test_1${key}`],
  ["a key whose underscores are encoded", `/v1/payments/sk%5Ftest%5F4fJ8sQ2nXv7LbT5yRk1W`],
  ["a key, encoded whole", `/v1/${encode(key, 1)}`],
  ["a key, encoded twice", `/v1/${encode(key, 2)}`],
  ["a secret after a letter", "/v1/webhooks/Awhsec_4fJ8sQ2nXv7LbT5yRk1W"],
  ["a card number with encoded spaces", "/v1/payments/4000%200566%205566%205556"],
  ["a card number with plus signs", "/v1/payments/4000+0566+5566+5556"],
  ["a card number, encoded whole", `/v1/payments/${encode(card, 1)}`],
  ["a card number, encoded twice", `/v1/payments/${encode(card, 2)}`],
  ["a card number beside an encoding that is broken", `/v1/%zz%ff/${encode(card, 1)}`],
  ["a card number at the place where the path is cut", `/v1/${"x".repeat(180)}/${card}`],
  ["a key at the place where the path is cut", `/v1/${"x".repeat(184)}/${key}`],
];

describe("a line of the log has nothing of", () => {
  it.each(hiding)("%s", async (_, path) => {
    const { path: logged } = await lineOf(path);
    expect(logged).not.toMatch(secret);
    expect(logged).not.toMatch(/%34%30|%2534/);
    expect(logged.length).toBeLessThanOrEqual(200);
  });

  it("another line: what is decoded has neither line breaks nor other control characters", async () => {
    const { path } = await lineOf(`/v1/%0a%1b%5b2J%9b${encode(card, 1)}%0d%0a{"level":"error"}`);
    // biome-ignore lint/suspicious/noControlCharactersInRegex: they are looked for.
    expect(path).not.toMatch(/[\u0000-\u001f\u007f-\u009f]/);
    expect(path).toContain("••••5556");
  });

  it("an address that hides nothing is shown as it came", () => {
    for (const address of ["/v1/payments/a%20b+c%2F", "/v1/payments?limit=10&q=%E2%82%AC", "/%zz", "/v1/%00"])
      expect(redactAddress(address)).toBe(address);
  });
});

describe("a span", () => {
  it.each(hiding)("has no route of %s", (_, path) => {
    const { pathname } = new URL(path, "http://localhost");
    expect(routeOf(pathname) ?? "").not.toMatch(secret);
  });

  it("has no route of a card number after a letter", () => {
    expect(routeOf(`/window/a${card}`)).toBe(undefined);
  });
});

describe("the window", () => {
  it("shows no part of a card number at the end of a header that is cut", () => {
    for (let before = 480; before < 500; before++) {
      const [[, shown] = ["", ""]] = captureHeaders([["user-agent", `${"x ".repeat(250).slice(0, before)} ${card}`]]);
      expect(shown).not.toMatch(/40000566|0566556/);
    }
  });
});
