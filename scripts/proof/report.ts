import type { Departure } from "./departures.ts";

/** The end of one check of one operation. */
export interface Outcome {
  readonly name: string;
  readonly operation: string;
  readonly requests: number;
  readonly departures: number;
  /** Why it was not tried, or not to its end. */
  readonly skipped: string | undefined;
  /** Why nothing after it can be tried. */
  readonly stopped?: string;
}

export interface Report {
  readonly server: string;
  readonly kind: "api" | "mock" | "sandbox";
  /** Whether the key is a live one, with which nothing is created. */
  readonly readsOnly: boolean;
  readonly seed: number;
  readonly runs: number;
  readonly requests: number;
  readonly passed: boolean;
  readonly stopped: string | undefined;
  readonly departures: readonly Departure[];
  readonly outcomes: readonly Outcome[];
  /** Headers that the specification does not have. It allows them. */
  readonly otherHeaders: readonly string[];
  /** Webhook endpoints that could not be deleted. */
  readonly leftBehind: readonly string[];
}

const kinds = {
  api: "no control API: nobody can pay at the checkout",
  mock: "a mock: it does what the header Prefer asks, and has no memory",
  sandbox: "a sandbox, whose control API plays the customer and moves the account's clock",
} as const;

/** The report as a table, the departures and what was skipped. */
export function describeReport(report: Report): string {
  const { server, kind, readsOnly, seed, runs, requests } = report;
  const key = readsOnly ? "Live key: read-only." : "Test key.";
  return [
    `${server}: ${kinds[kind]}. ${key}`,
    `Seed ${seed}, ${runs} runs of each property, ${requests} requests.`,
    "",
    ...describeTable(report.outcomes),
    ...describeDepartures(report.departures),
    ...describeSkipped(report.outcomes),
    ...describeRest(report),
    "",
    verdictOf(report),
  ].join("\n");
}

function describeTable(outcomes: readonly Outcome[]): string[] {
  const rows = [...groupBy(outcomes, nameOf)].map(([name, all]) => {
    const tried = all.filter(({ skipped }) => skipped === undefined).length;
    const departures = sum(all.map((one) => one.departures));
    const skipped = all.length - tried;
    return [
      name,
      departures === 0 ? (tried === 0 ? "skipped" : "ok") : `${departures} ${departures === 1 ? "departs" : "depart"}`,
      `${tried}${skipped === 0 ? "" : ` of ${all.length}`}`,
      String(sum(all.map((one) => one.requests))),
    ];
  });
  return alignColumns([["check", "result", "tried", "requests"], ...rows]);
}

/** Methods name their path in the name of the check, which the table does not. */
function nameOf({ name }: Outcome): string {
  return name.replace(/^[A-Z]+ \/\S+ is 405$/, "other methods are 405").replace(/^(OPTIONS) \/\S+/, "$1");
}

function describeDepartures(departures: readonly Departure[]): string[] {
  return departures.flatMap(({ operation, check, says, place, request, came }, index) => [
    "",
    `${index + 1}. ${operation}: ${check}`,
    `   the spec  ${says}`,
    `   where     ${place.file}:${place.line}  ${place.pointer}`,
    `   request   ${request}`,
    `   got       ${came}`,
  ]);
}

function describeSkipped(outcomes: readonly Outcome[]): string[] {
  const skipped = outcomes.filter((one) => one.skipped !== undefined);
  if (skipped.length === 0) return [];
  const lines = [...groupBy(skipped, ({ skipped: reason = "" }) => reason)].flatMap(([reason, all]) => {
    const names = [...groupBy(all, nameOf)].map(([name, some]) => `${name} (${some.map(targetOf).join(", ")})`);
    return [`  ${all.length}, because ${reason}:`, ...names.map((name) => `    ${name}`)];
  });
  return ["", `Skipped: ${skipped.length}`, ...lines];
}

function targetOf({ name, operation }: Outcome): string {
  return /^OPTIONS|405$/.test(name) ? (/\/\S+/.exec(name)?.[0] ?? operation) : operation;
}

function describeRest({ otherHeaders, leftBehind }: Report): string[] {
  return [
    ...(otherHeaders.length === 0
      ? []
      : ["", `Undocumented headers, which the spec allows: ${otherHeaders.join(", ")}`]),
    ...(leftBehind.length === 0 ? [] : ["", `Webhook endpoints that could not be deleted: ${leftBehind.join(", ")}`]),
  ];
}

function verdictOf({ departures, stopped, outcomes }: Report): string {
  const tried = outcomes.filter(({ skipped }) => skipped === undefined).length;
  const end = stopped === undefined ? "" : ` It ended early: ${stopped}.`;
  if (departures.length === 0) return `Nothing departs from the specification in ${tried} checks.${end}`;
  const count = departures.length === 1 ? "1 departure" : `${departures.length} departures`;
  return `${count} from the specification.${end}`;
}

function groupBy<T>(values: readonly T[], keyOf: (value: T) => string): Map<string, T[]> {
  const groups = new Map<string, T[]>();
  for (const value of values) groups.set(keyOf(value), [...(groups.get(keyOf(value)) ?? []), value]);
  return groups;
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function alignColumns(rows: readonly (readonly string[])[]): string[] {
  const widths = rows[0]?.map((_, column) => Math.max(...rows.map((row) => row[column]?.length ?? 0))) ?? [];
  return rows.map((row) =>
    row
      .map((cell, i) => cell.padEnd(widths[i] ?? 0))
      .join("  ")
      .trimEnd(),
  );
}
