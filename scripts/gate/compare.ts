import { mkdtemp, rm, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import path from "node:path";
import { isDeepStrictEqual } from "node:util";
import type { redocly } from "../measure/tools.ts";
import type { Api } from "../model.ts";
import { type LoadedSpec, loadSpec } from "../read/document/load-spec.ts";
import { buildModel } from "../read/model/build-model.ts";
import { asSpecError } from "../read/spec-error.ts";
import { type Bump, type Change, greatest } from "./changes.ts";
import { diffErrorCodes } from "./error-codes.ts";
import { diffExclusions } from "./exclusions.ts";
import { rateRedoclyChanges } from "./rate-redocly-changes.ts";
import { diffWithRedocly } from "./redocly-diff.ts";
import { compareApis } from "./spec/compare-apis.ts";

export interface Comparison {
  /** The gravest first. */
  readonly changes: readonly Change[];
  /** The least bump of the next version that the changes demand. */
  readonly demanded: Bump;
  /** `info.version` before and after. */
  readonly baseVersion: string;
  readonly version: string;
}

const grave = ["major", "minor", "patch"];

/** A version of the specification: its text, and what it says. */
export interface Version {
  readonly text: string;
  readonly api: Api;
  /** The bundled document. */
  readonly document: LoadedSpec["document"];
  readonly lineOf: (pointer: string) => number;
}

/** Compares two versions of the specification. `run` runs Redocly, by default in a process of its own. */
export async function compare(before: Version, after: Version, run?: typeof redocly): Promise<Comparison> {
  const modelled = compareApis(before.api, after.api).map((change) => {
    // The model knows lines of schemas, not of their keywords.
    const { lineOf } = change.kind === "removed" ? before : after;
    return { ...change, line: lineOf(change.pointer) };
  });
  const others = rateRedoclyChanges(await diffWithRedocly(before.text, after.text, run)).filter(
    ({ pointer }) => pointer !== "/info/version",
  );
  const extensions = [...diffErrorCodes(before.api, after.api, after.lineOf), ...diffExclusions(before.api, after.api)];
  const changes = [...modelled, ...others, ...extensions].sort(
    (one, other) => grave.indexOf(one.impact) - grave.indexOf(other.impact),
  );
  if (changes.length === 0 && !isDeepStrictEqual(withoutVersion(before), withoutVersion(after))) changes.push(silent);
  return {
    changes,
    demanded: greatest(changes.map(({ impact }) => impact)),
    baseVersion: before.api.version,
    version: after.api.version,
  };
}

/** Changes that neither `redocly diff` nor we describe: examples, and extensions that do not affect validity. */
const silent: Change = {
  impact: "patch",
  kind: "modified",
  rule: "vinr/examples",
  where: "examples",
  what: "Examples or extensions changed.",
  pointer: "",
  line: 1,
};

function withoutVersion({ document }: Version): object {
  const { info, ...rest } = document;
  return { ...rest, info: { ...Object(info), version: undefined } };
}

/**
 * Reads a version of the specification, given as YAML or JSON text. Problems are told with the name.
 *
 * @throws {SpecError} where it is not valid.
 */
export async function readVersion(text: string, name = "openapi.yaml"): Promise<Version> {
  const folder = await mkdtemp(path.join(tmpdir(), "spec-"));
  try {
    const file = path.join(folder, "openapi.yaml");
    await writeFile(file, text);
    const spec = await loadSpec(file);
    return {
      text,
      api: buildModel(spec),
      document: spec.document,
      lineOf: (pointer: string) => spec.placeOf(pointer).line,
    };
  } catch (error) {
    throw asSpecError("the gate", error).inFile(name);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}
