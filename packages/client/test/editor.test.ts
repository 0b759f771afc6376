import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

const file = fileURLToPath(new URL("./editor-test-input.ts", import.meta.url));
const options: ts.CompilerOptions = {
  strict: true,
  noEmit: true,
  allowImportingTsExtensions: true,
  target: ts.ScriptTarget.ES2023,
  module: ts.ModuleKind.NodeNext,
  moduleResolution: ts.ModuleResolutionKind.NodeNext,
};

/** The file that is open in the editor; a new version each time it is asked about. */
let text = "";
let version = 0;

const service = ts.createLanguageService({
  getScriptFileNames: () => [file],
  getScriptVersion: (name) => (name === file ? String(version) : "1"),
  getScriptSnapshot: (name) => {
    const content = name === file ? text : ts.sys.readFile(name);
    return content === undefined ? undefined : ts.ScriptSnapshot.fromString(content);
  },
  getCompilationSettings: () => options,
  getCurrentDirectory: () => process.cwd(),
  getDefaultLibFileName: ts.getDefaultLibFilePath,
  fileExists: (name) => name === file || ts.sys.fileExists(name),
  readFile: ts.sys.readFile,
});

/** Asks the language service, as editors do, about the place in a merchant's file that `|` marks. */
function at(code: string) {
  const before = `import { Vinr, VinrApiError, isVinrApiError } from "../src/index.js";
declare const vinr: Vinr;
declare const error: unknown;
declare const order: Parameters<typeof vinr.payments.create>[0];
`;
  const cursor = before.length + code.indexOf("|");
  text = before + code.replace("|", "");
  version++;
  const info = service.getQuickInfoAtPosition(file, cursor);
  const join = (parts: readonly ts.SymbolDisplayPart[] = []) => parts.map((part) => part.text).join("");
  return {
    hover: join(info?.displayParts),
    documentation: join(info?.documentation),
    completions: (service.getCompletionsAtPosition(file, cursor, {})?.entries ?? []).map(({ name }) => name),
  };
}

describe("in an editor", () => {
  it.each([
    [
      "vinr.payments.crea|te",
      "(method) Payments.create(body: PaymentCreateParams, options?: WriteOptions): VinrCall<NewPayment>",
    ],
    [
      "vinr.payments.li|st",
      "(method) Payments.list(params?: PaymentListParams, options?: CallOptions): VinrListCall<Payment, PaymentList>",
    ],
    ["vinr.webhooks.dele|te", "(method) Webhooks.delete(id: string, options?: CallOptions): VinrCall<undefined>"],
    ["const pay|ment = await vinr.payments.create(order)", "const payment: NewPayment"],
    ["const res|ult = await vinr.payments.create(order).withResponse()", "const result: VinrResponse<NewPayment>"],
    ["for await (const pay|ment of vinr.payments.list()) {}", "const payment: Payment"],
    [
      "vinr.payments.create({ amount: 1, curren|cy: 'EUR', returnUrl: '' })",
      "(property) PaymentCreateParams.currency: string",
    ],
    ["if (isVinrApiError(error)) err|or", "const error: AnyApiError"],
    ["if (error instanceof VinrApiError) error.co|de", "(property) VinrApiError.code: ApiErrorCode"],
    ["vinr.ht|tp", "(property) Vinr.http: VinrHttp"],
  ])("%s shows plain names", (code, expected) => {
    expect(at(code).hover.replaceAll(/\s+/g, " ").replaceAll("( ", "(").replaceAll(", )", ")")).toBe(expected);
  });

  it("shows what a method does, and in which unit amounts are", () => {
    expect(at("vinr.payments.crea|te").documentation).toContain("`amount` is in the minor unit of the currency");
  });

  it("completes the properties of a body and the options of a call", () => {
    expect(at("vinr.payments.create({ | })").completions).toEqual(expect.arrayContaining(["amount", "returnUrl"]));
    expect(at("vinr.payments.create(order, { | })").completions).toContain("idempotencyKey");
  });

  it("completes the codes of errors", () => {
    const { completions } = at('if (isVinrApiError(error) && error.code === "|") {}');
    expect(completions).toEqual(expect.arrayContaining(["already_captured", "card_declined"]));
  });
});
