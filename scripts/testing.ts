/** Helpers of the tests in this folder: real files in a folder of their own, the real compiler. */
import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import ts from "typescript";
import { onTestFinished } from "vitest";
import { createCompilerHost } from "./compiler-host.ts";
import type { Api } from "./model.ts";
import { loadSpec } from "./read/document/load-spec.ts";
import { buildModel } from "./read/model/build-model.ts";
import { SpecError } from "./read/spec-error.ts";

/** A new folder that goes away when the test ends. */
export async function makeFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), "vinr-"));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Writes a spec to a file of its own. */
export async function writeSpec(text: string, name = "openapi.yaml"): Promise<string> {
  const file = join(await makeFolder(), name);
  await writeFile(file, text);
  return file;
}

/** The model of a spec in YAML; the lines that every spec has may be left out. */
export async function modelOf(text: string): Promise<Api> {
  return buildModel(await loadSpec(await writeSpec(complete(text))));
}

/** The problems of a spec, as `line pointer message`, without the file's name. */
export async function problemsOf(text: string): Promise<string[]> {
  try {
    await modelOf(text);
  } catch (error) {
    if (!(error instanceof SpecError)) throw error;
    return error.problems.map(({ place, message }) => `${place.line} ${place.pointer} ${message}`);
  }
  return [];
}

function complete(text: string): string {
  const head = 'openapi: 3.1.0\ninfo: { title: Test, version: "1" }\n';
  return text.startsWith("openapi:") ? text : `${head}${/^paths:/m.test(text) ? "" : "paths: {}\n"}${text}`;
}

/** The messages of a strict compiler about the files under a `tsconfig.json`. */
export function typeCheck(folder: string): string[] {
  const path = join(folder, "tsconfig.json");
  const { config } = ts.readConfigFile(path, ts.sys.readFile);
  const { fileNames, options } = ts.parseJsonConfigFileContent(config, ts.sys, folder);
  const program = ts.createProgram(fileNames, options, createCompilerHost(options));
  return ts.getPreEmitDiagnostics(program).map(({ file, messageText }) => {
    return `${file?.fileName ?? ""}: ${ts.flattenDiagnosticMessageText(messageText, " ")}`;
  });
}
