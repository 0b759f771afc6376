/** The nodes of a YAML document: what in them has no plain JSON meaning, and where each is. */
import { type Document, isAlias, isMap, isNode, isScalar, isSeq, type LineCounter, type YAMLMap } from "yaml";
import { join, split } from "../pointer.ts";
import type { Problem } from "../spec-error.ts";
import { scalarProblems } from "./yaml-scalar.ts";

/** Deeper nesting than any spec has; it keeps recursive readers from running out of stack. */
const MAX_DEPTH = 200;

export function tooDeep(line: number): Problem {
  const message = `nested more than ${MAX_DEPTH} levels deep`;
  return { place: { pointer: "", line }, message, hint: "flatten it" };
}

interface Member {
  readonly value: unknown;
  /** The place of its name, or of the item of a list. */
  readonly offset: number | undefined;
}

/** A node on the way from the root to the one that is visited. */
interface Step {
  readonly outer: Step | undefined;
  readonly anchor: string | undefined;
  readonly depth: number;
  /** Where a problem with the node is reported. Made when it is needed: most nodes have none. */
  readonly pointer: () => string;
}

export class YamlTree {
  readonly problems: Problem[] = [];
  readonly #lines: LineCounter;
  readonly #root: unknown;
  readonly #anchors = new Map<string, unknown>();
  /** The node of each alias: the last one before it that has the anchor. */
  readonly #targets = new Map<unknown, unknown>();
  readonly #members = new WeakMap<YAMLMap, ReadonlyMap<string, Member>>();

  constructor({ contents }: Document.Parsed, lines: LineCounter, maxAliases: number) {
    this.#root = contents;
    this.#lines = lines;
    this.#visit(contents, { outer: undefined, anchor: undefined, depth: 0, pointer: () => "" });
    const [alias] = [...this.#targets.keys()].slice(maxAliases);
    if (alias !== undefined)
      this.#report(alias, "", `there are more than ${maxAliases} aliases`, "write the content out");
  }

  /** The line of the member that a pointer names: of its key, so that an editor opens at the name. */
  lineOf(pointer: string): number {
    let node: unknown = this.#root;
    let offset = isNode(node) ? node.range?.[0] : undefined;
    for (const segment of split(pointer)) {
      const member = this.#enter(isAlias(node) ? this.#targets.get(node) : node, segment);
      if (member === undefined) break;
      offset = member.offset ?? offset;
      node = member.value;
    }
    return this.#lines.linePos(offset ?? 0).line;
  }

  #enter(node: unknown, segment: string): Member | undefined {
    if (isMap(node)) return this.#membersOf(node).get(segment);
    const item: unknown = isSeq(node) ? node.items[Number(segment)] : undefined;
    return isNode(item) ? { value: item, offset: item.range?.[0] } : undefined;
  }

  #membersOf(map: YAMLMap): ReadonlyMap<string, Member> {
    const known = this.#members.get(map);
    if (known !== undefined) return known;
    const members = new Map<string, Member>();
    for (const { key, value } of map.items) {
      if (isScalar(key) && !members.has(String(key.value))) {
        members.set(String(key.value), { value, offset: key.range?.[0] });
      }
    }
    this.#members.set(map, members);
    return members;
  }

  /** Reports what is wrong with a node and all in it; returns false if it is too deep to look at what follows. */
  #visit(node: unknown, step: Step): boolean {
    if (!isNode(node)) return true;
    if (step.depth > MAX_DEPTH) {
      this.problems.push(tooDeep(this.#line(node)));
      return false;
    }
    if (isAlias(node)) this.#checkAlias(node.source, node, step);
    else if (node.anchor !== undefined) this.#anchors.set(node.anchor, node);
    if (isScalar(node)) {
      for (const [message, hint] of scalarProblems(node)) this.#report(node, step.pointer(), message, hint);
    }
    const inside = { outer: step, anchor: isAlias(node) ? undefined : node.anchor, depth: step.depth + 1 };
    if (isMap(node)) return this.#visitMap(node, inside, step.pointer);
    if (!isSeq(node)) return true;
    return node.items.every((item, i) => this.#visit(item, { ...inside, pointer: () => join(step.pointer(), i) }));
  }

  #visitMap(map: YAMLMap, inside: Omit<Step, "pointer">, outer: () => string): boolean {
    const lines = new Map<unknown, number>();
    return map.items.every(({ key, value }) => {
      const name = isScalar(key) ? key.value : undefined;
      const pointer = () => (name === undefined ? outer() : join(outer(), String(name)));
      const first = isScalar(key) ? lines.get(name) : undefined;
      if (first !== undefined) {
        this.#report(key, pointer(), `the key ${name} is repeated: it is in line ${first}, too`, "remove one of them");
      } else lines.set(name, this.#line(key));
      return this.#visit(key, { ...inside, pointer }) && this.#visit(value, { ...inside, pointer });
    });
  }

  #checkAlias(source: string, node: unknown, step: Step): void {
    const add = (message: string, hint: string) => this.#report(node, step.pointer(), message, hint);
    this.#targets.set(node, this.#anchors.get(source));
    if (!this.#anchors.has(source)) {
      add(`the alias *${source} names no anchor before it`, "correct the name, or write the content out");
    }
    for (let outer: Step | undefined = step; outer !== undefined; outer = outer.outer) {
      if (outer.anchor !== source) continue;
      add(`the alias *${source} is inside its own anchor, so it never ends`, "write the content out");
      return;
    }
  }

  #report(node: unknown, pointer: string, message: string, hint: string): void {
    this.problems.push({ place: { pointer, line: this.#line(node) }, message, hint });
  }

  #line(node: unknown): number {
    return this.#lines.linePos(isNode(node) ? (node.range?.[0] ?? 0) : 0).line;
  }
}
