import { split } from "../read/pointer.ts";
import type { Change } from "./changes.ts";
import type { RawChange } from "./redocly-diff.ts";

/** Whether the model holds a part of the spec: `spec/compare-apis.ts` compares those, down to each keyword. */
function isModelled({ path, typeName }: RawChange): boolean {
  return /^#\/(?:paths|webhooks|components\/(?!securitySchemes))/.test(path) && !/^(?:Security|Server)/.test(typeName);
}

/** Keys that are read by people alone. */
const PROSE = new Set(["description", "summary", "title", "externalDocs", "contact", "license", "termsOfService"]);

/** Rates the changes that `redocly diff` found in what the model does not hold: servers, authentication, tags, general facts. */
export function rateRedoclyChanges(changes: readonly RawChange[]): Change[] {
  return changes
    .filter((change) => !isModelled(change))
    .map((change) => {
      const side = change.revision ?? change.base ?? { pointer: change.path, line: 1 };

      const place = { where: whereOf(change.path), pointer: side.pointer.replace(/^#/, ""), line: side.line };
      return { ...place, kind: change.kind, ...rate(change) };
    });
}

/** A change that is not shown to be harmless breaks: unknown means major. */
function rate(change: RawChange): Pick<Change, "impact" | "rule" | "what"> {
  const [verdict] = change.verdicts;
  const what = verdict?.message ?? `${nameOf(change)} ${from(change)}.`;
  if (/^Security/.test(change.typeName) && change.typeName !== "SecurityScheme")
    return { rule: "vinr/security-changed", impact: "major", what: `The security requirement ${from(change)}.` };
  if (isProse(change)) return { rule: "vinr/prose", impact: "patch", what };
  if (verdict !== undefined) return { rule: verdict.ruleId, impact: change.impact, what };
  if (change.kind === "added") return { rule: "vinr/added", impact: "minor", what };
  return { rule: `redocly/${change.kind}`, impact: "major", what };
}

function isProse({ typeName, property }: RawChange): boolean {
  return /^(?:Info|Contact|License|ExternalDocs|Tag|TagGroup|Logo)/.test(typeName) || PROSE.has(property ?? "");
}

/** `POST /payments` of `#/paths/~1payments/post/…`. */
function whereOf(path: string): string {
  const [root = "", name = "", method] = split(path.replace(/^#/, ""));
  if (root === "paths") return method === undefined ? name : `${method.toUpperCase()} ${name}`;
  return root === "webhooks" ? `webhook ${name}` : root;
}

function nameOf({ path, property }: RawChange): string {
  const last = split(path.replace(/^#/, "")).at(-1) ?? path;
  return property === undefined ? `\`${last}\`` : `\`${property}\` of \`${last}\``;
}

function from({ kind, base, revision }: RawChange): string {
  if (kind !== "modified") return kind === "added" ? "was added" : "was removed";
  return `changed from ${JSON.stringify(base?.value)} to ${JSON.stringify(revision?.value)}`;
}
