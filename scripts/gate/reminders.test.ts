import path from "node:path";
import { describe, expect, test } from "vitest";
import { readAllReminders } from "./all-reminders.ts";
import { exceptionsOf, incomplete, overdue, sunsetsOf } from "./reminders.ts";
import { problemOf, warningOf } from "./report.ts";

const workspace = `
# One of them breaks.
# Look again on 2027-01-31.
minimumReleaseAgeExclude:
  - quick

overrides:
  # The newest does not load on Node 20.
  # Look again on 2027-05-01.
  one: 1.0.0
  two: 2.0.0
  # Without a date.
  three: 3.0.0
  # Look again on 2027-06-01.
  four: 4.0.0

auditConfig:
  ignoreCves:
    - CVE-2026-0001
`;

describe("exceptions among the dependencies", () => {
  const found = exceptionsOf("pnpm-workspace.yaml", workspace);
  const named = (name: string) => found.find(({ what }) => what.endsWith(name));

  test("take their reason and date from the comment above them or above their group", () => {
    expect(named("one")).toEqual({
      file: "pnpm-workspace.yaml",
      line: 10,
      what: "overrides: one",
      date: "2027-05-01",
      reason: "The newest does not load on Node 20.",
    });
    expect(named("two")?.date).toBe("2027-05-01");
    expect(named("quick")).toMatchObject({ date: "2027-01-31", reason: "One of them breaks." });
  });

  test("are incomplete without a reason, without a date, or without a comment", () => {
    expect(incomplete(found).map(problemOf)).toEqual([
      expect.stringContaining("pnpm-workspace.yaml:13: overrides: three has no date"),
      expect.stringContaining("pnpm-workspace.yaml:15: overrides: four has no reason"),
      expect.stringContaining("pnpm-workspace.yaml:19: auditConfig.ignoreCves: CVE-2026-0001 has no reason"),
    ]);
  });

  test("are overdue from the day after their date", () => {
    expect(overdue(found, "2027-01-31")).toEqual([]);
    expect(overdue(found, "2027-02-01").map(warningOf)).toEqual([
      "pnpm-workspace.yaml:5: minimumReleaseAgeExclude: quick was kept until 2027-01-31; remove it, or set a later date and say why.",
    ]);
  });
});

describe("deprecations in the specification", () => {
  const spec = (description: string) =>
    `components:\n  schemas:\n    Payment:\n      properties:\n        locale:\n          deprecated: true\n          description: "${description}"\n`;

  test("take their hint and date from the description", () => {
    const [found] = sunsetsOf("openapi.yaml", spec("A language. Deprecated: use language. Removed after 2027-06-30."));
    expect(found).toMatchObject({ date: "2027-06-30", reason: "use language.", line: 6 });
    expect(found?.what).toBe("components/schemas/Payment/properties/locale");
  });

  test.each([
    ["date", "A language. Deprecated: use language."],
    ["reason", "A language. Removed after 2027-06-30."],
  ])("are incomplete without a %s", (lack, description) => {
    const [problem] = incomplete(sunsetsOf("openapi.yaml", spec(description))).map(problemOf);
    expect(problem).toContain(`has no ${lack}; its description must say`);
  });

  test("are ignored in examples", () => {
    expect(sunsetsOf("openapi.yaml", "examples:\n  one: { value: { deprecated: true } }\n")).toEqual([]);
  });
});

test("every exception and deprecation of this repository has a reason and a date", async () => {
  const reminders = await readAllReminders(path.resolve(import.meta.dirname, "../.."));
  expect(reminders.length).toBeGreaterThan(4);
  expect(incomplete(reminders).map(problemOf)).toEqual([]);
});
