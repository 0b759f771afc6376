import { withHeader } from "../emit/header.ts";
import type { Api, GeneratedFile } from "../model.ts";
import { generateClient } from "./client/index.ts";
import { generateJsonSchemas } from "./json-schemas-module.ts";
import { generateOperations } from "./operations.ts";
import { withRequestSchemas } from "./request-schemas.ts";
import { generateServer } from "./server/index.ts";
import { generateTypes } from "./types/index.ts";
import { generateValidators } from "./validators/index.ts";

export { generateControl } from "./control.ts";

/** Everything that is generated from the spec of the VINR API, sorted by path, each file under the header. The same model gives the same bytes. */
export async function generateAll(api: Api): Promise<GeneratedFile[]> {
  const requests = withRequestSchemas(api);
  const files = [
    ...(await generateTypes(api)),
    ...generateValidators(api, requests),
    generateJsonSchemas(requests),
    ...generateOperations(api),
    ...generateClient(api),
    ...generateServer(api),
  ];
  return files
    .map((file) => (file.section === undefined ? withHeader(file) : file))
    .sort((a, b) => (a.path < b.path ? -1 : 1));
}
