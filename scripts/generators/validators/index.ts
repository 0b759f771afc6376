import type { Api, GeneratedFile } from "../../model.ts";
import { Compilation } from "./compile.ts";
import { factsOf } from "./facts.ts";
import { type Folder, OPEN, STRICT } from "./folder.ts";
import { printAlias, printIndex, printModule, printShared } from "./module.ts";
import { printRequests } from "./print-requests.ts";
import { type RequestModel, withRequestSchemas } from "./request-schemas.ts";
import { sealed } from "./sealed.ts";

/**
 * Writes `packages/validators`: a module of `isX` and `validateX` for each named schema, parsers of
 * parameters and a validator of requests for the operations, and their index. What VINR sends is there twice: as
 * clients read it, and as tests do.
 */
export function generateValidators(api: Api): GeneratedFile[] {
  const requests = withRequestSchemas(api);
  const sent = [...api.schemas.values()].filter(({ direction }) => direction !== "request");
  const router = api.operations.length === 0 ? [] : [printRequests(requests, factsOf(requests.api))];
  return [
    ...printSchemas(requests, [...requests.api.schemas.keys()], OPEN),
    ...router,
    ...printSchemas(
      withRequestSchemas(sealed(api), requests.examples),
      sent.map(({ name }) => name),
      STRICT,
    ),
  ];
}

function printSchemas(requests: RequestModel, schemas: readonly string[], folder: Folder): GeneratedFile[] {
  const facts = factsOf(requests.api);
  const compilation = new Compilation(requests.api, facts);
  const files = schemas.map((name) => {
    const schema = requests.api.schemas.get(name)?.schema;
    if (folder === STRICT && schema !== undefined && facts.readsAlike(schema)) return printShared(name, facts, folder);
    const module = compilation.modules.get(name);
    return module === undefined
      ? printAlias(name, facts, folder)
      : printModule(module, compilation, facts, requests, folder);
  });
  return [...files, printIndex(schemas, facts, requests, folder)];
}
