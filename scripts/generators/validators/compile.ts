import type { Api } from "../../model.ts";
import { checkOf } from "./check.ts";
import { type Context, RUNTIME, type RuntimeName } from "./context.ts";
import type { Facts } from "./facts.ts";
import { checkFormat } from "./formats.ts";
import { insideOf } from "./graph.ts";
import { Scope, variableName } from "./names.ts";
import type { Reading } from "./reading.ts";

/** One named schema in one reading, which becomes one check. */
export interface Unit {
  readonly owner: string;
  readonly reading: Reading;
  /** The name of its check. */
  readonly check: string;
  /** Whether its schema reaches itself: then its check is declared before those that it is made of. */
  readonly isRecursive: boolean;
}

/** A unit with its check as an expression. */
export interface CompiledUnit extends Unit {
  readonly expression: string;
}

/** What one module of generated code holds. */
export interface Module {
  /** The named schema it is called by. */
  readonly home: string;
  readonly units: CompiledUnit[];
  /** Constants, in order: what they are by name. */
  readonly constants: Map<string, string>;
  /** What is imported from the run time: the name there, and the name here. */
  readonly runtime: Map<RuntimeName, string>;
  /** Units of other modules that are called. */
  readonly imports: Set<Unit>;
  /** The names of the module's own top level. */
  readonly scope: Scope;
}

/** All modules, by the schema they are called by. */
export class Compilation {
  readonly modules = new Map<string, Module>();
  readonly #api: Pick<Api, "schemas">;
  readonly #facts: Facts;
  readonly #units = new Map<string, Unit>();
  readonly #checks = new Scope();

  constructor(api: Pick<Api, "schemas">, facts: Facts) {
    this.#api = api;
    this.#facts = facts;
    for (const { suffix } of facts.names.values()) {
      for (const prefix of ["is", "validate", "check"]) this.#checks.take(`${prefix}${suffix}`);
    }
    for (const { schema } of api.schemas.values()) for (const part of insideOf(schema)) checkFormat(part);
    for (const { name } of api.schemas.values()) this.#named(name, facts.readingOf(name));
  }

  /** The unit of a named schema in a reading; the one in its own reading where both are the same. */
  #named(name: string, asked: Reading): Unit {
    const schema = this.#api.schemas.get(name)?.schema;
    const suffix = this.#facts.names.get(name)?.suffix;
    if (schema === undefined || suffix === undefined) throw new Error(`no schema is called ${name}`);
    const own = this.#facts.readingOf(name);
    const reading = this.#facts.readsAlike(schema) ? own : asked;
    const key = `${reading} ${name}`;
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const check = reading === own ? `check${suffix}` : this.#checks.take(`check${suffix}_${reading}`);
    const unit = { owner: name, reading, check, isRecursive: this.#facts.isRecursive(name) };
    this.#units.set(key, unit);
    const module = this.#module(name);
    const context = this.#context(module, reading);
    const expression = checkOf(context, schema, variableName(suffix)) ?? context.runtime("anything");
    module.units.push({ ...unit, expression });
    return unit;
  }

  /** The name under which a module imports something of the run time: guards such as `isDate` may be called the same. */
  runtime(module: Module, name: RuntimeName): string {
    const local = module.runtime.get(name) ?? (this.#checks.has(name) ? module.scope.take(`${name}_`) : name);
    module.runtime.set(name, local);
    return local;
  }

  #module(owner: string): Module {
    const home = this.#facts.homeOf(owner);
    const known = this.modules.get(home);
    if (known !== undefined) return known;
    const scope = new Scope(Object.keys(RUNTIME), this.#checks);
    const module: Module = { home, units: [], constants: new Map(), runtime: new Map(), imports: new Set(), scope };
    this.modules.set(home, module);
    return module;
  }

  #context(module: Module, reading: Reading): Context {
    const context: Context = {
      api: this.#api,
      reading,
      check: (schema, baseName) => checkOf(context, schema, baseName),
      named: (name) => {
        const unit = this.#named(name, reading);
        if (this.#facts.homeOf(unit.owner) !== module.home) module.imports.add(unit);
        return unit.check;
      },
      constant: (baseName, expression) => {
        if (/^[\w$]+$/.test(expression)) return expression;
        for (const [name, other] of module.constants) if (other === expression) return name;
        const name = module.scope.take(baseName);
        module.constants.set(name, expression);
        return name;
      },
      runtime: (name) => this.runtime(module, name),
      readsAlike: this.#facts.readsAlike,
      strictly: () => this.#context(module, "strict"),
    };
    return context;
  }
}
