import path from "node:path";
import { describe, expect, test } from "vitest";
import { readAllReminders } from "./all-reminders.ts";
import { due, exceptionsOf, sunsetsOf, unfounded } from "./reminders.ts";
import { complaintAbout, warningAbout } from "./report.ts";

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
  # Nobody knows when.
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

  test("have the reason and the date of the comment above them, or of the group they stand in", () => {
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

  test("are unfounded without a reason, without a date, and without a comment at all", () => {
    expect(unfounded(found).map(complaintAbout)).toEqual([
      expect.stringContaining("pnpm-workspace.yaml:13: overrides: three stands without a date"),
      expect.stringContaining("pnpm-workspace.yaml:15: overrides: four stands without a reason"),
      expect.stringContaining("pnpm-workspace.yaml:19: auditConfig.ignoreCves: CVE-2026-0001 stands without a reason"),
    ]);
  });

  test("are due the day after their date, and not before", () => {
    expect(due(found, "2027-01-31")).toEqual([]);
    expect(due(found, "2027-02-01").map(warningAbout)).toEqual([
      "pnpm-workspace.yaml:5: minimumReleaseAgeExclude: quick was to stand until 2027-01-31; remove it, or set another date and say why.",
    ]);
  });
});

describe("deprecations in the specification", () => {
  const spec = (description: string) =>
    `components:\n  schemas:\n    Payment:\n      properties:\n        locale:\n          deprecated: true\n          description: "${description}"\n`;

  test("have their way out and their sunset from the description", () => {
    const [found] = sunsetsOf("openapi.yaml", spec("A language. Deprecated: use language. Removed after 2027-06-30."));
    expect(found).toMatchObject({ date: "2027-06-30", reason: "use language.", line: 6 });
    expect(found?.what).toBe("components/schemas/Payment/properties/locale");
  });

  test.each([
    ["a date", "A language. Deprecated: use language."],
    ["a reason", "A language. Removed after 2027-06-30."],
  ])("are unfounded without %s", (lack, description) => {
    const [complaint] = unfounded(sunsetsOf("openapi.yaml", spec(description))).map(complaintAbout);
    expect(complaint).toContain(`stands without ${lack}; its description has to say`);
  });

  test("are not looked for in examples", () => {
    expect(sunsetsOf("openapi.yaml", "examples:\n  one: { value: { deprecated: true } }\n")).toEqual([]);
  });
});

test("nothing in this repository stands without a reason and a date", async () => {
  const reminders = await readAllReminders(path.resolve(import.meta.dirname, "../.."));
  expect(reminders.length).toBeGreaterThan(4);
  expect(unfounded(reminders).map(complaintAbout)).toEqual([]);
});
