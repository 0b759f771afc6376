import type { Api, GeneratedFile } from "../../model.ts";
import { Compilation } from "./compile.ts";
import { factsOf } from "./facts.ts";
import { printAlias, printIndex, printModule } from "./module.ts";

/** Writes `packages/validators`: a module of `isX` and `validateX` for each named schema, and their index. */
export function generateValidators(api: Api): GeneratedFile[] {
  const facts = factsOf(api);
  const { modules } = new Compilation(api, facts);
  const files = [...api.schemas.keys()].map((name) => {
    const module = modules.get(name);
    return module === undefined ? printAlias(name, facts) : printModule(module, facts, api);
  });
  return [...files, printIndex(facts)];
}
