import ts from "typescript";

/** Parsed files by compiler options, then by name. */
const parsed = new Map<string, Map<string, ts.SourceFile>>();

/**
 * A compiler host that parses a file again only if its text has changed since the last program with the same options: most
 * files of a program are libraries, which do not change.
 */
export function createCompilerHost(options: ts.CompilerOptions): ts.CompilerHost {
  const host = ts.createCompilerHost(options);
  const settings = JSON.stringify(options);
  const files = parsed.get(settings) ?? new Map<string, ts.SourceFile>();
  parsed.set(settings, files);
  host.getSourceFile = (name, how) => {
    const text = host.readFile(name);
    if (text === undefined) return undefined;
    // A package.json may have turned an ES module into a CommonJS module.
    const key = `${typeof how === "object" ? how.impliedNodeFormat : ""} ${name}`;
    const known = files.get(key);
    if (known?.text === text) return known;
    const file = ts.createSourceFile(name, text, how);
    files.set(key, file);
    return file;
  };
  return host;
}
