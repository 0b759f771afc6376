import { describe, expect, it } from "vitest";
import { readYaml } from "./read-yaml.ts";

const told = (text: string) =>
  readYaml(text).problems.map(({ place, message, hint }) => `${place.line} ${message} → ${hint}`);

/** A map of maps, in which one mistake upsets the parser to the end. */
const paths = Array.from({ length: 60 }, (_, index) => `  /a${index}:\n    get:\n      summary: A\n`);
const spec = `openapi: 3.1.1\npaths:\n${paths.join("")}`;
const broken = (line: string, replacement: string) => told(spec.replace(line, replacement));

describe("one mistake in the syntax is one problem", () => {
  it("of a line that a tab indents", () => {
    expect(broken("    get:\n", "\tget:\n")).toEqual(["4 this line is indented with a tab → use spaces"]);
  });

  it("of many lines that tabs indent", () => {
    expect(told(spec.replaceAll("    get:\n", "  \tget:\n"))).toEqual([
      "4 this line is indented with a tab, as 59 others are → use spaces",
    ]);
  });

  it("of a merge conflict", () => {
    const conflict = "<<<<<<< HEAD\n      summary: A\n=======\n      summary: B\n>>>>>>> other branch\n";
    const hint = "keep one side, and delete the lines with <<<, === and >>>";
    expect(broken("      summary: A\n", conflict)).toEqual([`5 a merge conflict that ends in line 9 → ${hint}`]);
    expect(told(spec + conflict + conflict)).toEqual([
      `183 a merge conflict that ends in line 187 → ${hint}`,
      `188 a merge conflict that ends in line 192 → ${hint}`,
    ]);
  });

  it("of a line that is indented in another way than its neighbours", () => {
    expect(broken("      summary: A\n", "      summary: A\n     description: B\n")).toEqual([
      "6 All mapping items must start at the same column → indent this line as its neighbours",
    ]);
    expect(broken("      summary: A\n", "     summary: A\n      description: B\n")).toEqual([
      expect.stringMatching(/^5 .*; \d+ more problems? may follow from it → .*correct the indentation/),
    ]);
  });

  it("of a text that holds a colon", () => {
    expect(broken("summary: A", "summary: A: b")).toEqual([
      expect.stringMatching(/^5 .* → quote a text that holds a colon; otherwise correct the indentation/),
    ]);
  });

  it("of a bracket that is not closed", () => {
    expect(broken("summary: A", "tags: [A")).toHaveLength(1);
  });
});

it("a conflict's markers in a text are not a problem", () => {
  expect(told("a: |\n  <<<<<<< HEAD\n  =======\n  >>>>>>> other\n")).toEqual([]);
});

it("each unknown tag is a problem of its own", () => {
  expect(told("a: !one x\nb: !two y\n").map((problem) => problem.slice(0, 1))).toEqual(["1", "2"]);
});
