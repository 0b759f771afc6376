import { type Document, isMap, isPair, isScalar, isSeq, type Node, parseDocument, type Scalar } from "yaml";

/** Something kept until a date: an exception among the dependencies, or a deprecated part of the API. */
export interface Reminder {
  readonly file: string;
  readonly line: number;
  readonly what: string;
  /** `YYYY-MM-DD`, undefined if missing. */
  readonly date: string | undefined;
  /** Why it is kept, undefined if missing. */
  readonly reason: string | undefined;
}

/** The settings of pnpm that change a dependency or skip a check. */
const settings = [
  ["overrides"],
  ["packageExtensions"],
  ["patchedDependencies"],
  ["ignoredOptionalDependencies"],
  ["minimumReleaseAgeExclude"],
  ["auditConfig", "ignoreCves"],
  ["auditConfig", "ignoreGhsas"],
];

/**
 * The exceptions in a `pnpm-workspace.yaml`, each with the comment above it. Consecutive exceptions without a comment
 * between them share one. The comment ends with `Look again on YYYY-MM-DD.`
 */
export function exceptionsOf(file: string, text: string): Reminder[] {
  const document = parseDocument(text);
  const lineOf = (node: Node) => text.slice(0, node.range?.[0]).split("\n").length;
  return settings.flatMap((setting) => {
    const list = document.getIn(setting);
    if (!isMap(list) && !isSeq(list)) return [];
    let comment = list.commentBefore ?? commentOn(document, setting);
    return list.items.flatMap((item) => {
      const key = isPair(item) ? item.key : item;
      if (!isScalar(key)) return [];
      comment = key.commentBefore ?? comment;
      const reason = comment.replace(/Look again.*/s, "").trim();
      const [, date] = /Look again on (\d{4}-\d\d-\d\d)/.exec(comment) ?? [];
      return [
        { file, line: lineOf(key), what: nameOf(setting, key), date, reason: reason === "" ? undefined : reason },
      ];
    });
  });
}

/** The comment above the setting's key. */
function commentOn(document: Document, setting: readonly string[]): string {
  const parent = document.getIn(setting.slice(0, -1), true) ?? document.contents;
  const pair = isMap(parent) && parent.items.find(({ key }) => isScalar(key) && key.value === setting.at(-1));
  return (pair && isScalar(pair.key) && pair.key.commentBefore) || "";
}

function nameOf(setting: readonly string[], key: Scalar): string {
  return `${setting.join(".")}: ${key.value}`;
}

/** The deprecated parts of the specification, each with the date in its description: `Removed after YYYY-MM-DD.` */
export function sunsetsOf(file: string, text: string): Reminder[] {
  const document = parseDocument(text);
  const found: Reminder[] = [];
  const visit = (node: unknown, path: readonly string[]): void => {
    if (isSeq(node)) node.items.forEach((item, index) => void visit(item, [...path, String(index)]));
    if (!isMap(node)) return;
    if (node.get("deprecated") === true) {
      const description = String(node.get("description") ?? "");
      const [, date] = /Removed after (\d{4}-\d\d-\d\d)/.exec(description) ?? [];
      const reason = /Deprecated: (.*?)\s*(?:Removed after|$)/s.exec(description)?.[1];
      const line = text.slice(0, node.range?.[0]).split("\n").length;
      found.push({ file, line, what: path.join("/"), date, reason });
    }
    for (const { key, value } of node.items)
      if (!["example", "examples"].includes(String(key))) visit(value, [...path, String(key)]);
  };
  visit(document.contents, []);
  return found;
}

/** The reminders whose date has passed by a day, `YYYY-MM-DD`. */
export function overdue(reminders: readonly Reminder[], today: string): Reminder[] {
  return reminders.filter(({ date }) => date !== undefined && date < today);
}

/** The reminders without a reason or a date. */
export function incomplete(reminders: readonly Reminder[]): Reminder[] {
  return reminders.filter(({ date, reason }) => date === undefined || reason === undefined);
}
