import { afterEach, describe, expect, it, vi } from "vitest";
import { testKey } from "../../test/test-client.js";
import { Vinr, VinrCore, VinrError, type VinrOptions } from "../index.js";
import { vinrRules } from "../vinr.js";
import { checkClientOptions, readConfig } from "./config.js";

afterEach(() => vi.unstubAllEnvs());

const liveKey = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";

/** Returns the error of creating a client with these options. */
function optionErrorOf(options: unknown, world: object = {}): VinrError {
  try {
    readConfig(checkClientOptions(options as VinrOptions, vinrRules()), world);
  } catch (error) {
    if (error instanceof VinrError) return error;
    throw error;
  }
  throw new Error("these options should have been rejected");
}

describe("the server", () => {
  it.each([
    ["sk_test_1", "https://sandbox.api.vinr.com/v1", "test"],
    ["rk_test_1", "https://sandbox.api.vinr.com/v1", "test"],
    ["sk_live_1", "https://api.vinr.com/v1", "live"],
    ["rk_live_1", "https://api.vinr.com/v1", "live"],
  ])("of %s is %s", (secretKey, baseUrl, environment) => {
    expect(new Vinr({ secretKey })).toMatchObject({ baseUrl, environment });
  });

  it.each([
    ["http://127.0.0.1:4010/v1/", "http://127.0.0.1:4010/v1"],
    ["http://localhost:4010/v1", "http://localhost:4010/v1"],
    ["http://[::1]:4010", "http://[::1]:4010"],
    ["https://vinr.proxy.example/a/", "https://vinr.proxy.example/a"],
    ["https://sandbox.api.vinr.com/v1", "https://sandbox.api.vinr.com/v1"],
  ])("may be %s", (baseUrl, expected) => {
    expect(readConfig(checkClientOptions({ secretKey: testKey, baseUrl }, vinrRules()), {}).baseUrl).toBe(expected);
  });

  it.each([
    "http://api.example/v1",
    "http://127.0.0.1.example/v1",
    "http://localhost.example/v1",
    "ftp://127.0.0.1/",
    "file:///etc/passwd",
    "/v1",
    "api.vinr.com",
    "https://user:pass@proxy.example/",
    "https://proxy.example/?a=b",
    "https://proxy.example/#a",
  ])("must not be %j", (baseUrl) => {
    expect(optionErrorOf({ secretKey: testKey, baseUrl })).toMatchObject({
      code: "invalid_option",
      message: expect.stringContaining("baseUrl"),
    });
  });

  it.each(["http://mock:4010/v1", "http://10.0.0.7:4010/v1", "http://mock.internal/v1"])(
    "may be %s, over plain http, only if the option for that is set",
    (baseUrl) => {
      expect(optionErrorOf({ secretKey: testKey, baseUrl }).message).toContain(
        "see the option dangerouslyAllowPlainHttp",
      );
      const options = { secretKey: testKey, baseUrl, dangerouslyAllowPlainHttp: true };
      expect(new Vinr(options).baseUrl).toBe(baseUrl);
    },
  );

  it.each([
    [liveKey, "http://mock:4010/v1", "a live key is never sent without TLS"],
    [testKey, "http://api.vinr.com/v1", "the server of the other environment: secretKey is a test key"],
    [testKey, "ftp://mock/v1", "must be an https:// URL"],
  ])("never receives the key %s over plain http at %s", (secretKey, baseUrl, message) => {
    expect(optionErrorOf({ secretKey, baseUrl, dangerouslyAllowPlainHttp: true }).message).toContain(message);
  });

  it("is the environment's if baseUrl is empty, as a variable that is set to nothing is", () => {
    expect(new Vinr({ secretKey: testKey, baseUrl: "" }).baseUrl).toBe("https://sandbox.api.vinr.com/v1");
  });

  it.each([
    [testKey, "https://api.vinr.com/v1"],
    [testKey, "https://API.vinr.com./v1"],
    [testKey, "https://api.vinr.com:8443/v1"],
    [liveKey, "https://sandbox.api.vinr.com/v1"],
  ])("of the other environment never receives the key %s (%s)", (secretKey, baseUrl) => {
    expect(optionErrorOf({ secretKey, baseUrl }).message).toContain("baseUrl");
  });
});

describe("a key", () => {
  it("that is publishable is rejected", () => {
    expect(optionErrorOf({ secretKey: "pk_test_1" }).message).toContain("must start with sk_live_");
  });

  it.each(["", "sk_", "sk_test_", "sk_test_a b", "sk_test_a\n", "whsec_1", "sk_prod_1", 42, null, undefined])(
    "is rejected as %j",
    (secretKey) => {
      expect(optionErrorOf({ secretKey })).toMatchObject({
        code: "invalid_option",
        message: expect.stringContaining("secretKey"),
      });
    },
  );

  it.each([
    ["is empty", "", /is empty. Set the environment variable VINR_SECRET_KEY/],
    ["comes from a variable that is not set", undefined, /is undefined. Set the environment variable VINR_SECRET_KEY/],
    ["ends with a line break", "sk_test_secret\n", /must not begin or end with white space, such as the line break/],
    ["contains a space", "sk_test_secret a", /must consist of visible ASCII characters/],
    [
      "is a webhook secret",
      "whsec_secret",
      /must start with sk_live_.*cannot be a publishable key or a webhook secret/,
    ],
  ])("that %s is rejected in words that do not show it", (_, secretKey, message) => {
    const error = optionErrorOf({ secretKey });
    expect(error.message).toMatch(message);
    expect(JSON.stringify([error, error.message, error.stack])).not.toMatch(/sk_test_secret|whsec_secret/);
  });

  it.each([
    ["missing", undefined, "api_key_missing"],
    ["empty", "", "api_key_missing"],
    ["malformed", "hunter2", "invalid_api_key"],
    ["publishable", "pk_test_1", "api_key_kind_not_allowed"],
  ])("that is %s is an error with the page about it", (_, secretKey, page) => {
    const error = optionErrorOf({ secretKey });
    expect(error).toMatchObject({ code: "invalid_option", docUrl: `https://docs.vinr.com/errors/${page}` });
  });

  it("in place of the options shows the right call", () => {
    expect(optionErrorOf(testKey).message).toBe('The options must be an object: new Vinr({ secretKey: "sk_test_…" }).');
  });

  it("may be left out if the environment variable VINR_SECRET_KEY is set", () => {
    vi.stubEnv("VINR_SECRET_KEY", "sk_live_1");
    expect([new Vinr().environment, new VinrCore().environment, new Vinr({ timeout: 9 }).environment]).toEqual([
      "live",
      "live",
      "live",
    ]);
  });

  it.each([
    ["not set", undefined, /The option secretKey is missing. Set the environment variable VINR_SECRET_KEY/],
    ["empty", "", /The option secretKey is missing/],
    ["followed by a line break", "sk_live_1\n", /The environment variable VINR_SECRET_KEY.*line break/],
  ])("is rejected if it is left out and the environment variable is %s", (_, value, message) => {
    vi.stubEnv("VINR_SECRET_KEY", value);
    expect(() => new Vinr()).toThrow(message);
  });

  it("that is passed as undefined is not replaced by the environment variable, which may be of another account", () => {
    vi.stubEnv("VINR_SECRET_KEY", testKey);
    expect(optionErrorOf({ secretKey: process.env.VINR_KEY_OF_THE_SECOND_SHOP }).message).toContain("is undefined");
  });

  it("is rejected in a browser", () => {
    expect(optionErrorOf({ secretKey: testKey }, { document: {} }).message).toContain("dangerouslyAllowBrowser");
  });

  it("is accepted in a browser if dangerouslyAllowBrowser is set", () => {
    const options = { secretKey: testKey, dangerouslyAllowBrowser: true };
    expect(readConfig(checkClientOptions(options, vinrRules()), { document: {} }).environment).toBe("test");
  });
});

describe("an option", () => {
  it.each([
    ["timeOut", 1],
    ["apiKey", testKey],
    ["__proto__x", 1],
    ["constructor", 1],
  ])("that is unknown is named in the error: %s", (name, value) => {
    const error = optionErrorOf({ secretKey: testKey, [name]: value });
    expect(error).toMatchObject({ code: "invalid_option", message: expect.stringContaining(`no option ${name}.`) });
  });

  it.each([
    ["timeout", 0],
    ["timeout", "30"],
    ["timeout", 1.5],
    ["timeout", Number.NaN],
    ["timeout", 2 ** 31],
    ["totalTimeout", -1],
    ["maxRetries", -1],
    ["maxRetries", Number.POSITIVE_INFINITY],
    ["apiVersion", "latest"],
    ["fetch", "fetch"],
    ["webhookSecret", 5],
    ["dangerouslyAllowBrowser", "yes"],
    ["runtime", null],
  ])("of the wrong type is named in the error: %s as %j", (name, value) => {
    const error = optionErrorOf({ secretKey: testKey, [name]: value });
    expect(error).toMatchObject({ code: "invalid_option", message: expect.stringContaining(`${name} must be`) });
  });

  it("that is undefined has its default", () => {
    expect(readConfig(checkClientOptions({ secretKey: testKey, timeout: undefined }, vinrRules()), {}).timeout).toBe(
      30_000,
    );
  });

  it("may come from the class of the options, as from settings that read files", () => {
    class Settings {
      get secretKey() {
        return testKey;
      }
      get baseUrl() {
        return "http://127.0.0.1:4010/v1";
      }
      get webhookSecret() {
        return "whsec_ExampleOnlyNotASecret0000";
      }
    }
    vi.stubEnv("VINR_SECRET_KEY", liveKey);
    const vinr = new Vinr(new Settings());
    expect([vinr.environment, vinr.baseUrl]).toEqual(["test", "http://127.0.0.1:4010/v1"]);
    expect(() => vinr.webhooks.constructEvent("{}", "v1=", "1")).toThrow("behind this server's clock");
  });

  it("that the class of the options has as undefined is not replaced by the environment variable", () => {
    class Settings {
      get secretKey() {
        return undefined;
      }
    }
    vi.stubEnv("VINR_SECRET_KEY", liveKey);
    expect(optionErrorOf(new Settings()).message).toContain("is undefined");
  });

  it("must be in an object", () => {
    expect(optionErrorOf(testKey)).toMatchObject({ code: "invalid_option" });
  });
});
