import { resolve } from "node:path";
import {
  bundle,
  type Config,
  createConfig,
  type Document,
  lintDocument,
  type NormalizedProblem,
} from "@redocly/openapi-core";
import type { Place } from "../../model.ts";
import { isRawObject, member, type RawObject } from "../model/build-context.ts";
import { KEYWORD_HINTS } from "../model/build-schema.ts";
import { lookUp } from "../pointer.ts";
import { asSpecError, type Problem, SpecError } from "../spec-error.ts";
import { findOuterRefs } from "./foreign-refs.ts";
import { displayPath, SpecReader } from "./spec-reader.ts";
import { suggestRef } from "./suggest-ref.ts";

/** A structurally valid spec in one document. */
export interface LoadedSpec {
  /** The file as it was asked for. */
  readonly file: string;
  /** The bundle: every reference in it is local. Never mutate it. */
  readonly document: RawObject;
  /** All files that were read, the asked one first, as absolute paths. */
  readonly files: readonly string[];
  /** The place of a pointer of the bundle in the file, or of its nearest ancestor in the file. */
  readonly placeOf: (pointer: string) => Place;
}

/** Rules that a spec must pass to be read at all. Style is checked by `spec/redocly.yaml`. */
const STRUCTURE = {
  struct: "error",
  "no-unresolved-refs": "error",
  "no-identical-paths": "error",
  "operation-parameters-unique": "error",
} as const;

/**
 * Reads an OpenAPI 3.1 spec, YAML or JSON, with the files that it refers to.
 *
 * @throws {SpecError} with everything found wrong, when it is not valid.
 */
export async function loadSpec(file: string): Promise<LoadedSpec> {
  const path = resolve(file);
  const reader = new SpecReader(path);
  const root = await reader.loadExternalRef(path).catch((error: unknown) => {
    throw specError(file, error instanceof Error ? error.message : String(error), "name a file that exists");
  });
  const main = reader.parseDocument(root);
  throwIfProblems(reader.problems, file);
  throwIfNotOpenApi31(main.parsed, file, reader.placeIn(path, "/openapi"));

  const config = await createConfig({ rules: STRUCTURE });
  const bundled = await lint(main, reader, config, file)
    .then(() => bundle({ doc: main, config, externalRefResolver: reader }))
    .catch((error: unknown) => explain(error, reader, file));
  throwIfProblems(
    bundled.problems.map((problem) => toProblem(problem, reader, path)),
    file,
  );

  const document = bundled.bundle.parsed;
  if (!isRawObject(document)) throw new TypeError("the bundle is not an object");
  throwIfProblems(outerRefs(document, reader, path), file);
  return { file, document, files: reader.files, placeOf: (pointer) => reader.placeIn(path, pointer) };
}

async function lint(main: Document, reader: SpecReader, config: Config, file: string): Promise<void> {
  const found = await lintDocument({ document: main, config, externalRefResolver: reader });
  throwIfProblems(reader.problems, file);
  const path = main.source.absoluteRef;
  throwIfProblems(
    found.filter((problem) => !isMistaken(problem)).map((problem) => toProblem(problem, reader, path)),
    file,
  );
}

/** Redocly throws at some specs instead of reporting a problem, and names no place. */
function explain(error: unknown, reader: SpecReader, file: string): never {
  if (error instanceof SpecError) throw error;
  throwIfProblems(reader.findLoops(), file);
  throw asSpecError("Redocly, which reads the spec,", error).inFile(file);
}

/**
 * Whether a problem is one that Redocly sees where there is none, in what `build-schema` checks itself: a discriminator
 * may map to a plain schema name, and `true` and `false` are schemas.
 */
function isMistaken({ ruleId, location, message }: NormalizedProblem): boolean {
  const pointer = location[0]?.pointer ?? "";
  if (ruleId === "no-unresolved-refs") return /\/discriminator\/mapping\/[^/]*$/.test(pointer);
  return ruleId === "struct" && message === "Expected type `Schema` (object) but got `boolean`";
}

function toProblem(problem: NormalizedProblem, reader: SpecReader, mainPath: string): Problem {
  const { ruleId, message, suggest, location } = problem;
  const path = location[0]?.source.absoluteRef ?? mainPath;
  const place = reader.placeIn(path, (location[0]?.pointer ?? "#/").replace(/^#\/?(?=.)/, "/").replace(/^#\/?$/, ""));
  const file = path === mainPath ? {} : { file: displayPath(path) };
  if (ruleId === "no-unresolved-refs") return { place, ...explainRef(message, place, reader.contentOf(path)), ...file };
  const keyword = place.pointer.slice(place.pointer.lastIndexOf("/") + 1);
  const hint = suggest[0] === undefined ? KEYWORD_HINTS.get(keyword) : `did you mean ${suggest[0]}?`;
  return {
    place,
    message: message.replace(/\s+/g, " ").replace(/\.$/, ""),
    ...(hint === undefined ? {} : { hint }),
    ...file,
  };
}

/** Redocly names neither the reference that leads to nothing nor one that was meant. */
function explainRef(message: string, { pointer }: Place, content: unknown): Pick<Problem, "hint" | "message"> {
  const ref = lookUp(content, `${pointer}/$ref`) ?? lookUp(content, pointer);
  if (typeof ref !== "string") return { message };
  const nothing = `$ref ${ref} leads to nothing`;
  const [, reason] = /\$ref: (.*?)\.?$/s.exec(message) ?? [];
  if (reason !== undefined) return { message: `${nothing}: ${reason}` };
  const meant = suggestRef(ref, content);
  const hint = meant === undefined ? "correct the name, or add what it names" : `did you mean ${meant}?`;
  return { message: nothing, hint };
}

/** References that Redocly leaves as they are, such as those in examples: Prism would follow them. */
function outerRefs(bundle: RawObject, reader: SpecReader, mainPath: string): Problem[] {
  return findOuterRefs(bundle).map(({ pointer, ref }) => ({
    place: reader.placeIn(mainPath, pointer),
    message: `${ref} is not a reference to a part of this spec`,
    hint: "move it to components, and write #/components/…",
  }));
}

function throwIfNotOpenApi31(parsed: unknown, file: string, place: Place): void {
  if (!isRawObject(parsed)) throw specError(file, "this is not an OpenAPI spec", "start with openapi: 3.1.1");
  const version = member(parsed, "openapi");
  if (typeof version === "string" && /^3\.1\.\d+$/.test(version)) return;
  if (member(parsed, "swagger") !== undefined) {
    throw specError(file, "this is a Swagger 2.0 spec; only OpenAPI 3.1 is supported", "convert it to 3.1 first");
  }
  if (version === undefined) throw specError(file, "the openapi version is missing", "start with openapi: 3.1.1");
  const message = `openapi is ${JSON.stringify(version)}, and only OpenAPI 3.1 is read`;
  throw new SpecError([{ place, message, hint: "convert the spec to 3.1" }], file);
}

function throwIfProblems(problems: readonly Problem[], file: string): void {
  const sorted = [...problems].sort((a, b) => a.place.line - b.place.line);
  if (sorted.length > 0) throw new SpecError(sorted, file);
}

function specError(file: string, message: string, hint: string): SpecError {
  return new SpecError([{ place: { pointer: "", line: 1 }, message, hint }], file);
}
