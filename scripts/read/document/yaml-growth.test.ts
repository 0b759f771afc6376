import { Session } from "node:inspector/promises";
import { expect, it } from "vitest";
import { readYaml } from "./read-yaml.ts";

/** How often functions are called, those of the parser too: work that grows with the square of a text shows in it. */
async function countCalls(run: () => void): Promise<number> {
  const session = new Session();
  session.connect();
  try {
    await session.post("Profiler.enable");
    await session.post("Profiler.startPreciseCoverage", { callCount: true, detailed: true });
    await session.post("Profiler.takePreciseCoverage");
    run();
    const { result } = await session.post("Profiler.takePreciseCoverage");
    const ranges = result.flatMap(({ functions }) => functions.flatMap(({ ranges }) => ranges));
    return ranges.reduce((sum, { count }) => sum + count, 0);
  } finally {
    await session.post("Profiler.stopPreciseCoverage");
    session.disconnect();
  }
}

const repeat = (count: number, line: (i: number) => string): string =>
  Array.from({ length: count }, (_, i) => line(i)).join("\n");

/** Texts by their size, each of which some reader of YAML takes the square of the time for. */
const TEXTS: Readonly<Record<string, (size: number) => string>> = {
  "flat keys": (size) => repeat(size, (i) => `k${i}: ${i}`),
  "flat keys in braces": (size) => `{${repeat(size, (i) => `"k${i}": ${i},`)}}`,
  "repeated keys": (size) => repeat(size, () => "k: 1"),
  "items that are not JSON": (size) => repeat(size, () => "- .nan"),
  aliases: (size) => `a: &a 1\nb:\n${repeat(size, () => "  - *a")}`,
  anchors: (size) => repeat(size, (i) => `- &a${i} x`),
  "aliases of nothing": (size) => repeat(size, () => "- *a"),
  comments: (size) => `${repeat(size, () => "# c")}\na: 1`,
};

it.each(Object.entries(TEXTS))("readYaml does work that grows no faster than a text of many %s", async (_, text) => {
  readYaml(text(10));
  const small = await countCalls(() => void readYaml(text(400)));
  const large = await countCalls(() => void readYaml(text(1600)));
  expect(large / small).toBeLessThan(5);
});

it("finds the line of each of many keys without a search through all of them", async () => {
  const lookUp = (size: number) => {
    const { placeOf } = readYaml(TEXTS["flat keys"]?.(size) ?? "");
    return countCalls(() => {
      for (let i = 0; i < size; i++) placeOf(`/k${i}`);
    });
  };
  expect((await lookUp(1600)) / (await lookUp(400))).toBeLessThan(5);
});
