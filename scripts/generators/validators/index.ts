import type { Api, GeneratedFile } from "../../model.ts";
import { Compilation } from "./compile.ts";
import { factsOf } from "./facts.ts";
import { printAlias, printIndex, printModule } from "./module.ts";
import { printRequests } from "./print-requests.ts";
import { withRequestSchemas } from "./request-schemas.ts";

/**
 * Writes `packages/validators`: a module of `isX` and `validateX` for each named schema, parsers of
 * parameters and a validator of requests for the operations, and their index.
 */
export function generateValidators(api: Api): GeneratedFile[] {
  const requests = withRequestSchemas(api);
  const facts = factsOf(requests.api);
  const { modules } = new Compilation(requests.api, facts);
  const files = [...requests.api.schemas.keys()].map((name) => {
    const module = modules.get(name);
    return module === undefined ? printAlias(name, facts) : printModule(module, facts, requests);
  });
  const router = api.operations.length === 0 ? [] : [printRequests(requests, facts)];
  return [...files, ...router, printIndex(facts, requests)];
}
