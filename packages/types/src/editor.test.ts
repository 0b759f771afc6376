import { fileURLToPath } from "node:url";
import ts from "typescript";
import { describe, expect, it } from "vitest";

/** Asks the language service that editors ask. `|` marks the cursor in a file beside `index.ts`. */
function ask(code: string): { hover: string; completions: string[] } {
  const file = fileURLToPath(new URL("./editor-test-input.ts", import.meta.url));
  const cursor = code.indexOf("|");
  const text = code.slice(0, cursor) + code.slice(cursor + 1);
  const options: ts.CompilerOptions = {
    strict: true,
    module: ts.ModuleKind.NodeNext,
    moduleResolution: ts.ModuleResolutionKind.NodeNext,
  };
  const service = ts.createLanguageService({
    getScriptFileNames: () => [file],
    getScriptVersion: () => "1",
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
  const info = service.getQuickInfoAtPosition(file, cursor);
  const words = service.getCompletionsAtPosition(file, cursor, {})?.entries ?? [];
  return {
    hover: [...(info?.displayParts ?? []), ...(info?.documentation ?? [])].map(({ text: part }) => part).join(""),
    completions: words.map(({ name }) => name),
  };
}

describe("in an editor", () => {
  it("shows a schema by its plain name", () => {
    const { hover } = ask(`import type { operations } from "./index.js";
type Created = operations["createPayment"]["responses"][201]["content"]["application/json"];
declare const |payment: Created;`);
    expect(hover).toBe("const payment: NewPayment");
  });

  it("shows the documentation of a property", () => {
    const { hover } = ask(`import type { Payment } from "./index.js";
declare const payment: Payment;
payment.check|outUrl;`);
    expect(hover).toContain("The hosted page where the customer pays");
  });

  it("completes the known values of an open enum", () => {
    const { completions } = ask(`import type { Payment } from "./index.js";
const status: Payment["status"] = "|";`);
    expect(completions).toEqual(expect.arrayContaining(["authorized", "completed", "requires_authentication"]));
  });

  it("completes the values of a closed enum and the types of events", () => {
    const reasons = ask(`import type { RefundCreateParams } from "./index.js";
const reason: RefundCreateParams["reason"] = "|";`);
    expect(reasons.completions).toContain("duplicate");
    const types = ask(`import type { Event } from "./index.js";
declare const event: Event;
if (event.type === "|") {}`);
    expect(types.completions).toContain("payment.completed");
  });
});
