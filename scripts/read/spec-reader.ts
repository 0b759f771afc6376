import { readFile } from "node:fs/promises";
import { relative } from "node:path";
import { BaseResolver, type Document, Source } from "@redocly/openapi-core";
import type { Place } from "../model.ts";
import { findLoops } from "./find-loops.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";
import type { Problem } from "./spec-error.ts";

/**
 * Gives Redocly its documents through our own strict YAML parser, so that there is one parser and one meaning, and
 * never fetches anything: a spec that needs the network is not one that a build can repeat.
 */
export class SpecReader extends BaseResolver {
  /** Problems of the files themselves. */
  readonly problems: Problem[] = [];
  private readonly yaml = new Map<string, YamlFile>();

  /** All files read so far, as absolute paths. */
  get files(): readonly string[] {
    return [...this.yaml.keys()];
  }

  /** References that lead back to themselves, in the files read so far. */
  findLoops(mainPath: string): Problem[] {
    const contents = new Map([...this.yaml].map(([path, file]) => [path, file.read()]));
    return findLoops(contents).map(({ path, pointer, ref }) => ({
      place: this.placeIn(path, pointer),
      message: `$ref ${ref} leads back to itself`,
      hint: "write what it should lead to",
      ...(path === mainPath ? {} : { file: displayPath(path) }),
    }));
  }

  override async loadExternalRef(path: string): Promise<Source> {
    if (/^[a-z][a-z0-9+.-]+:/i.test(path)) {
      throw new Error(`${path} is on the network, and nothing is fetched; keep a copy next to the spec`);
    }
    return new Source(path, await readFile(path, "utf8").catch(explainReadFailure));
  }

  override parseDocument(source: Source): Document {
    const yaml = readYaml(source.body);
    this.yaml.set(source.absoluteRef, yaml);
    const file = displayPath(source.absoluteRef);
    for (const problem of yaml.problems) this.problems.push({ ...problem, file });
    return { source, parsed: yaml.problems.length > 0 ? undefined : yaml.read() };
  }

  /** The place of a pointer in a file that was read. */
  placeIn(path: string, pointer: string): Place {
    return this.yaml.get(path)?.placeOf(pointer) ?? { pointer, line: 1 };
  }
}

/** A path as people write it: from the working directory where that is shorter. */
export function displayPath(path: string): string {
  const fromHere = relative(process.cwd(), path);
  return fromHere.length < path.length ? fromHere : path;
}

function explainReadFailure(error: unknown): never {
  const code = error instanceof Error && "code" in error ? error.code : undefined;
  if (code === "ENOENT") throw new Error("there is no such file");
  if (code === "EISDIR") throw new Error("this is a folder, not a file");
  throw error;
}
