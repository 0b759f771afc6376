import { readFile } from "node:fs/promises";
import { dirname, relative } from "node:path";
import { BaseResolver, type Document, Source } from "@redocly/openapi-core";
import type { Place } from "../../model.ts";
import { realPathWithin } from "../../paths.ts";
import type { Problem } from "../spec-error.ts";
import { findLoops } from "./find-loops.ts";
import { findForeignRefs, isUrl } from "./foreign-refs.ts";
import { readYaml, type YamlFile } from "./read-yaml.ts";

const HINT = "keep a copy next to the spec";

/**
 * Gives Redocly its documents through our own strict YAML parser, so that there is one parser and one meaning. It
 * reads files of the spec's folder alone, and fetches nothing: a spec may come from somebody else, and its text is
 * published.
 */
export class SpecReader extends BaseResolver {
  /** Problems of the files themselves. */
  readonly problems: Problem[] = [];
  private readonly yaml = new Map<string, YamlFile>();
  private readonly mainPath: string;

  /** `mainPath` is the spec's own file, whose folder holds all others. */
  constructor(mainPath: string) {
    super();
    this.mainPath = mainPath;
  }

  /** All files read so far, as absolute paths. */
  get files(): readonly string[] {
    return [...this.yaml.keys()];
  }

  /** References that lead back to themselves, in the files read so far. */
  findLoops(): Problem[] {
    const contents = new Map([...this.yaml].map(([path, file]) => [path, file.read()]));
    return findLoops(contents).map(({ path, pointer, ref }) => ({
      place: this.placeIn(path, pointer),
      message: `$ref ${ref} leads back to itself`,
      hint: "write what it should lead to",
      ...(path === this.mainPath ? {} : { file: displayPath(path) }),
    }));
  }

  override async loadExternalRef(path: string): Promise<Source> {
    if (isUrl(path)) throw new Error(`${path} is a URL, and nothing is fetched; ${HINT}`);
    const real = path === this.mainPath ? path : await this.findFile(path);
    return new Source(path, await readFile(real, "utf8").catch(explainReadFailure));
  }

  private async findFile(path: string): Promise<string> {
    return realPathWithin(dirname(this.mainPath), path).catch((error: unknown) => {
      if (error instanceof Error && "code" in error) return explainReadFailure(error);
      throw new Error(`${path} is outside of the spec's folder; ${HINT}`);
    });
  }

  override parseDocument(source: Source): Document {
    const path = source.absoluteRef;
    const yaml = readYaml(source.body);
    this.yaml.set(path, yaml);
    const file = displayPath(path);
    const parsed = yaml.problems.length > 0 ? undefined : yaml.read();
    const problems = [...yaml.problems, ...this.foreignRefs(parsed, path)];
    for (const problem of problems) this.problems.push({ ...problem, file });
    return { source, parsed };
  }

  private foreignRefs(parsed: unknown, path: string): Problem[] {
    return findForeignRefs(parsed, path, dirname(this.mainPath)).map(({ pointer, ref }) => ({
      place: this.placeIn(path, pointer),
      message: isUrl(ref) ? `${ref} is a URL, and nothing is fetched` : `${ref} is outside of the spec's folder`,
      hint: HINT,
    }));
  }

  /** The content of a file that was read. */
  contentOf(path: string): unknown {
    return this.yaml.get(path)?.read();
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
  if (code === "ENOENT") throw new Error("the file does not exist");
  if (code === "EISDIR") throw new Error("this is a folder, not a file");
  throw error;
}
