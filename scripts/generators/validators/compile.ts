import type { Api, Schema } from "../../model.ts";
import { briefOf } from "./brief.ts";
import { type Context, RUNTIME, type RuntimeName } from "./context.ts";
import type { Facts } from "./facts.ts";
import { checkFormat } from "./formats.ts";
import { insideOf } from "./graph.ts";
import { pascalCase, Scope } from "./names.ts";
import type { Reading } from "./reading.ts";
import { isSplit, shapeOf } from "./shape.ts";
import type { WalkedUnit } from "./steps.ts";
import type { Unit } from "./unit.ts";
import { walkPart, walkUnit } from "./walk.ts";

/** What one module of generated code holds. */
export interface Module {
  /** The named schema it is called by. */
  readonly home: string;
  readonly units: WalkedUnit[];
  /** Constants, in order: their declarations by name. */
  readonly constants: Map<string, string>;
  /** What is imported from the run time: the name there, and the name here. */
  readonly runtime: Map<RuntimeName, string>;
  /** Units of other modules that are called. */
  readonly imports: Set<Unit>;
  /** The names of the module's own top level. */
  readonly scope: Scope;
  /** Names of variables in any of its functions, from which the top level keeps away. */
  readonly variables: Set<string>;
}

/** All modules, by the schema they are called by, with the units that are reached from the schemas' own. */
export class Compilation {
  readonly modules = new Map<string, Module>();
  readonly #api: Pick<Api, "schemas">;
  readonly #facts: Facts;
  readonly #units = new Map<Schema, Map<Reading, Unit>>();
  readonly #functions: Scope;
  readonly #waiting: Unit[] = [];

  constructor(api: Pick<Api, "schemas">, facts: Facts) {
    this.#api = api;
    this.#facts = facts;
    this.#functions = new Scope();
    for (const { suffix } of facts.names.values()) {
      for (const prefix of ["is", "validate", "check", "explain"]) this.#functions.take(`${prefix}${suffix}`);
    }
    for (const { schema } of api.schemas.values()) for (const part of insideOf(schema)) checkFormat(part);
    for (const { name } of api.schemas.values()) this.named(name, facts.readingOf(name));
    for (let unit = this.#waiting.shift(); unit !== undefined; unit = this.#waiting.shift()) this.#walk(unit);
  }

  /** The unit of a named schema in a reading; the one in its own reading where both are the same. */
  named(name: string, asked: Reading): Unit {
    const schema = this.#api.schemas.get(name)?.schema;
    const suffix = this.#facts.names.get(name)?.suffix;
    if (schema === undefined || suffix === undefined) throw new Error(`no schema is called ${name}`);
    const own = this.#facts.readingOf(name);
    const reading = this.#facts.readsAlike(schema) ? own : asked;
    return this.#unit(schema, reading, name, true, reading === own ? suffix : undefined, `${suffix}_${reading}`);
  }

  #unit(
    schema: Schema,
    reading: Reading,
    owner: string,
    named: boolean,
    fixedSuffix: string | undefined,
    hint: string,
  ): Unit {
    const readings = this.#units.get(schema) ?? new Map<Reading, Unit>();
    const known = readings.get(reading);
    if (known !== undefined) return known;
    const suffix = fixedSuffix ?? this.#freeSuffix(pascalCase(hint) || "Part");
    const counted = this.#facts.isRecursive(owner);
    const shape = counted ? undefined : shapeOf(schema, reading, this.#api);
    const check = `check${suffix}`;
    const explain = shape === undefined || isSplit(shape, schema) ? `explain${suffix}` : check;
    const unit: Unit = { owner, schema, reading, check, explain, named, counted, shape };
    this.#units.set(schema, readings.set(reading, unit));
    this.#waiting.push(unit);
    return unit;
  }

  #freeSuffix(hint: string): string {
    for (let i = 1; ; i++) {
      const suffix = i === 1 ? hint : `${hint}${i}`;
      const names = [`check${suffix}`, `explain${suffix}`];
      if (names.some((name) => this.#functions.has(name))) continue;
      for (const name of names) this.#functions.take(name);
      return suffix;
    }
  }

  #module(owner: string): Module {
    const home = this.#facts.homeOf(owner);
    const known = this.modules.get(home);
    if (known !== undefined) return known;
    const module: Module = {
      home,
      units: [],
      constants: new Map(),
      runtime: new Map(),
      imports: new Set(),
      scope: new Scope([], this.#functions),
      variables: new Set(Object.keys(RUNTIME)),
    };
    this.modules.set(home, module);
    return module;
  }

  #walk(unit: Unit): void {
    const module = this.#module(unit.owner);
    const context = this.#context(unit, module);
    const steps =
      unit.shape === undefined || unit.shape === "array" || unit.shape === "object" ? walkUnit(context) : [];
    const brief = unit.shape === undefined ? undefined : briefOf(context, unit.shape, steps);
    module.units.push({ unit, steps, brief });
  }

  #context(unit: Unit, module: Module): Context {
    const locals = new Scope(Object.keys(RUNTIME), module.scope);
    const top = (hint: string) => {
      for (let i = 1; ; i++) {
        const name = i === 1 ? hint : `${hint}${i}`;
        if (!module.variables.has(name) && !module.scope.has(name)) return module.scope.take(name);
      }
    };
    const called = (target: Unit) => {
      if (this.#facts.homeOf(target.owner) !== module.home) module.imports.add(target);
      return target;
    };
    const context: Context = {
      api: this.#api,
      unit,
      reading: unit.reading,
      local: (hint) => {
        const name = locals.take(hint);
        module.variables.add(name);
        return name;
      },
      constant: (hint, text, type) => {
        const declaration = `${type === undefined ? "" : `: ${type}`} = ${text};`;
        for (const [name, other] of module.constants) if (other === declaration) return name;
        const name = top(hint);
        module.constants.set(name, declaration);
        return name;
      },
      runtime: (name) => {
        const local = module.runtime.get(name) ?? (module.scope.has(name) ? top(name) : module.scope.take(name));
        module.runtime.set(name, local);
        return local;
      },
      walk: (schema, subject) => walkPart(context, schema, subject),
      part: (schema, hint, reading = unit.reading) => {
        const same = this.#facts.readsAlike(schema) ? unit.reading : reading;
        const suffix = same === unit.reading ? hint : `${hint}_${same}`;
        return this.#unit(schema, same, unit.owner, false, undefined, suffix);
      },
      named: (name, reading = unit.reading) => called(this.named(name, reading)),
      depthFor: (target) => {
        if (!target.counted) return undefined;
        if (!unit.counted) return "0";
        return target.named ? "depth + 1" : "depth";
      },
      readsAlike: this.#facts.readsAlike,
    };
    return context;
  }
}
