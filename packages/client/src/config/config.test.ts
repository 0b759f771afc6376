import { describe, expect, it } from "vitest";
import { testKey } from "../../test/test-client.js";
import { Vinr, VinrError, type VinrOptions } from "../index.js";
import { vinrRules } from "../vinr.js";
import { readConfig } from "./config.js";

const liveKey = "sk_live_4eC39HqLyjWDarjtT1zdp7dc";

/** Returns the error of creating a client with these options. */
function optionErrorOf(options: unknown, world: object = {}): VinrError {
  try {
    readConfig(options as VinrOptions, vinrRules(), world);
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
    expect(readConfig({ secretKey: testKey, baseUrl }, vinrRules(), {}).baseUrl).toBe(expected);
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
    "",
  ])("must not be %j", (baseUrl) => {
    expect(optionErrorOf({ secretKey: testKey, baseUrl })).toMatchObject({
      code: "invalid_option",
      message: expect.stringContaining("baseUrl"),
    });
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

  it("is not shown by its own error", () => {
    const error = optionErrorOf({ secretKey: "sk_test_secret\n" });
    expect(JSON.stringify([error, error.message, error.stack])).not.toContain("sk_test_secret");
  });

  it("is rejected in a browser", () => {
    expect(optionErrorOf({ secretKey: testKey }, { document: {} }).message).toContain("dangerouslyAllowBrowser");
  });

  it("is accepted in a browser if dangerouslyAllowBrowser is set", () => {
    const options = { secretKey: testKey, dangerouslyAllowBrowser: true };
    expect(readConfig(options, vinrRules(), { document: {} }).environment).toBe("test");
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
    expect(readConfig({ secretKey: testKey, timeout: undefined }, vinrRules(), {}).timeout).toBe(30_000);
  });

  it("must be in an object", () => {
    expect(optionErrorOf(testKey)).toMatchObject({ code: "invalid_option" });
  });
});
