/** Checks a spec against the style guide, `spec/redocly.yaml`, in this process: as `pnpm lint` does, without its start. */
import { getLineColLocation, lint, loadConfig, type NormalizedProblem } from "@redocly/openapi-core";

/** A place where a spec breaks a rule of the style guide. */
export interface StyleProblem {
  /** The absolute path of the file. */
  readonly file: string;
  readonly pointer: string;
  readonly line: number;
  readonly column: number;
  /** The problem and, in parentheses, the rule. */
  readonly message: string;
}

/** Returns every error of the style guide. `styleGuide` is the path of the rules. */
export async function lintSpec(file: string, styleGuide: string): Promise<StyleProblem[]> {
  const found = await lint({ ref: file, config: await loadConfig({ configPath: styleGuide }) });
  return found.filter(({ severity, ignored }) => severity === "error" && ignored !== true).map(describe(file));
}

function describe(mainFile: string): (problem: NormalizedProblem) => StyleProblem {
  return ({ location: [location], message, ruleId }) => {
    const { line, col: column } = location === undefined ? { line: 1, col: 1 } : getLineColLocation(location).start;
    return {
      file: location?.source.absoluteRef ?? mainFile,
      pointer: location?.pointer?.replace(/^#\/?(?=.)/, "/").replace(/^#\/?$/, "") ?? "",
      line,
      column,
      message: `${message.replaceAll(/\s+/g, " ").trim()}  (${ruleId})`,
    };
  };
}
