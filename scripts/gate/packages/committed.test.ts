import path from "node:path";
import { expect, test } from "vitest";
import { gatePackages } from "./gate-packages.ts";

const workspace = path.resolve(import.meta.dirname, "../../..");

test("the committed public API and sizes match the build", async () => {
  const { problems } = await gatePackages(workspace, "HEAD", false);
  expect(problems.filter((problem) => problem.includes("`pnpm gate packages --update`"))).toEqual([]);
});
