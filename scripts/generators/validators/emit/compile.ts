import type { Api } from "../../../model.ts";
import { allSubschemas } from "../../../read/subschemas.ts";
import { Scope, variableName } from "../../names.ts";
import type { Openness } from "../../openness.ts";
import type { Facts } from "../analyze/facts.ts";
import { throwIfUnchecked } from "../formats.ts";
import { type Context, RUNTIME, type RuntimeName } from "./context.ts";
import { emitCheck } from "./emit-check.ts";

/** One named schema, open or closed, which becomes one check. */
export interface Unit {
  readonly owner: string;
  readonly openness: Openness;
  /** The name of its check. */
  readonly check: string;
  /** Whether its schema refers back to itself: then its check is declared before those that it uses. */
  readonly isRecursive: boolean;
}

/** A unit with its check as an expression. */
export interface CompiledUnit extends Unit {
  readonly expression: string;
}

/** The content of one generated module. */
export interface Module {
  /** The named schema that the module is named after. */
  readonly home: string;
  readonly units: CompiledUnit[];
  /** Expressions of constants by name, in the order of their declaration. */
  readonly constants: Map<string, Constant>;
  /** Imports from the runtime: local names by the name there. */
  readonly runtime: Map<RuntimeName, string>;
  /** Units of other modules that this one calls. */
  readonly imports: Set<Unit>;
  /** The names at the top level of the module. */
  readonly scope: Scope;
}

interface Constant {
  /** The name that was asked for: a number is added where it is taken. */
  readonly baseName: string;
  readonly expression: string;
}

/** Compiles all named schemas into modules, by the schema that each is named after. */
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
    for (const { schema } of api.schemas.values()) for (const part of allSubschemas(schema)) throwIfUnchecked(part);
    for (const { name } of api.schemas.values()) this.#compile(name, facts.opennessOf(name));
  }

  /** Compiles a named schema, unless that was done. A schema that is the same open and closed has one unit. */
  #compile(name: string, wanted: Openness): Unit {
    const schema = this.#api.schemas.get(name)?.schema;
    const suffix = this.#facts.names.get(name)?.suffix;
    if (schema === undefined || suffix === undefined) throw new Error(`no schema is called ${name}`);
    const own = this.#facts.opennessOf(name);
    const openness = this.#facts.isSameOpenOrClosed(schema) ? own : wanted;
    const key = `${openness} ${name}`;
    const known = this.#units.get(key);
    if (known !== undefined) return known;
    const check = openness === own ? `check${suffix}` : this.#checks.take(`check${suffix}_${openness}`);
    const unit = { owner: name, openness, check, isRecursive: this.#facts.isRecursive(name) };
    this.#units.set(key, unit);
    const module = this.#moduleOf(name);
    const context = this.#contextOf(module, openness);
    const expression = emitCheck(context, schema, variableName(suffix)) ?? context.importRuntime("anything");
    module.units.push({ ...unit, expression });
    return unit;
  }

  /** Imports a runtime name into a module under a local name: a guard such as `isDate` may have the same name. */
  importRuntime(module: Module, name: RuntimeName): string {
    const local = module.runtime.get(name) ?? (this.#checks.has(name) ? module.scope.take(`${name}_`) : name);
    module.runtime.set(name, local);
    return local;
  }

  #moduleOf(owner: string): Module {
    const home = this.#facts.homeOf(owner);
    const known = this.modules.get(home);
    if (known !== undefined) return known;
    const scope = new Scope(Object.keys(RUNTIME), this.#checks);
    const module: Module = { home, units: [], constants: new Map(), runtime: new Map(), imports: new Set(), scope };
    this.modules.set(home, module);
    return module;
  }

  #contextOf(module: Module, openness: Openness): Context {
    const context: Context = {
      api: this.#api,
      openness,
      emitCheck: (schema, baseName) => emitCheck(context, schema, baseName),
      emitReference: (name) => {
        const unit = this.#compile(name, openness);
        if (this.#facts.homeOf(unit.owner) !== module.home) module.imports.add(unit);
        return unit.check;
      },
      declareConstant: (baseName, expression) => declareConstant(module, baseName, expression),
      importRuntime: (name) => this.importRuntime(module, name),
      isSameOpenOrClosed: this.#facts.isSameOpenOrClosed,
      closed: () => this.#contextOf(module, "closed"),
    };
    return context;
  }
}

function declareConstant({ constants, scope }: Module, baseName: string, expression: string): string {
  if (/^[\w$]+$/.test(expression)) return expression;
  for (const [name, known] of constants) {
    if (known.baseName === baseName && known.expression === expression) return name;
  }
  const name = scope.take(baseName);
  constants.set(name, { baseName, expression });
  return name;
}
