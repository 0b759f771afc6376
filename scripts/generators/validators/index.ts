import type { Api, GeneratedFile } from "../../model.ts";
import { type RequestModel, withRequestSchemas } from "../request-schemas.ts";
import { closeSchemas } from "./analyze/close-schemas.ts";
import { factsOf } from "./analyze/facts.ts";
import { Compilation } from "./emit/compile.ts";
import { generateAlias, generateIndex, generateModule, generateShared } from "./emit/generate-module.ts";
import { generateRequests } from "./requests/generate-requests.ts";
import { type Folder, OPEN, STRICT } from "./validator-set.ts";

/**
 * Writes `packages/validators`: a module of `isX` and `validateX` for each named schema, parsers of
 * parameters and a validator of requests for the operations, and their index. What VINR sends is there twice: as
 * clients read it, and as tests do.
 */
export function generateValidators(api: Api, requests = withRequestSchemas(api)): GeneratedFile[] {
  const closed: RequestModel = { api: closeSchemas(api), operations: [], examples: requests.examples };
  const sent = [...api.schemas.values()].filter(({ direction }) => direction !== "request");
  const router = api.operations.length === 0 ? [] : [generateRequests(requests, factsOf(requests.api))];
  return [
    ...generateSchemas(requests, [...requests.api.schemas.keys()], OPEN),
    ...router,
    ...generateSchemas(
      closed,
      sent.map(({ name }) => name),
      STRICT,
    ),
  ];
}

function generateSchemas(requests: RequestModel, schemas: readonly string[], folder: Folder): GeneratedFile[] {
  const facts = factsOf(requests.api);
  const compilation = new Compilation(requests.api, facts);
  const files = schemas.map((name) => {
    const schema = requests.api.schemas.get(name)?.schema;
    if (folder === STRICT && schema !== undefined && facts.isSameOpenOrClosed(schema))
      return generateShared(name, facts, folder);
    const module = compilation.modules.get(name);
    return module === undefined
      ? generateAlias(name, facts, folder)
      : generateModule(module, compilation, facts, requests, folder);
  });
  return [...files, generateIndex(schemas, facts, requests, folder)];
}
