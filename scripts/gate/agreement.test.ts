import { expect, test } from "vitest";
import { agree, bumped, published } from "./agreement.ts";
import type { Bump } from "./changes.ts";

const all = (bump: Bump): Map<string, Bump> => new Map(published.map((name) => [name, bump]));
const comparison = (demanded: Bump, version: string) => ({ changes: [], demanded, baseVersion: "1.2.3", version });

test.each<[Bump, string, Bump]>([
  ["none", "1.2.3", "none"],
  ["patch", "1.2.4", "patch"],
  ["minor", "1.3.0", "minor"],
  ["major", "2.0.0", "major"],
  ["minor", "2.0.0", "major"],
])("agrees to a %s change with version %s and a %s changeset", (demanded, version, declared) => {
  expect(agree(comparison(demanded, version), all(declared))).toEqual({
    complaints: [],
    version: undefined,
    packages: [],
  });
});

test("says what info.version has to be", () => {
  const { complaints, version } = agree(comparison("major", "1.3.0"), all("major"));
  expect(version).toBe("2.0.0");
  expect(complaints).toEqual(["`info.version` is 1.3.0; a major change after 1.2.3 makes it at least 2.0.0."]);
});

test("names each package whose changeset is missing or too small", () => {
  const declared = new Map<string, Bump>([
    ["@vinr/types", "major"],
    ["@vinr/client", "minor"],
  ]);
  const { complaints, packages } = agree(comparison("major", "2.0.0"), declared);
  expect(packages).toEqual(["@vinr/validators", "@vinr/client"]);
  expect(complaints[0]).toMatch(/^No changeset names @vinr\/validators; the specification demands a major/);
  expect(complaints[1]).toMatch(/^The changesets declare a minor of @vinr\/client; the specification demands a major/);
});

test.each([
  ["major", "2.0.0"],
  ["minor", "1.3.0"],
  ["patch", "1.2.4"],
  ["none", "1.2.3"],
] as const)("a %s bump makes 1.2.3 to %s", (bump, version) => {
  expect(bumped("1.2.3", bump)).toBe(version);
});
