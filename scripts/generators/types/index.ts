import type { Api, GeneratedFile } from "../../model.ts";
import { planNamedTypes } from "./named-types.ts";
import { emitInterfaces } from "./openapi-interfaces.ts";

/** `packages/types`: a plain name for each schema, and the interfaces that openapi-fetch reads. */
export async function generateTypes(api: Api): Promise<GeneratedFile[]> {
  const named = planNamedTypes(api);
  const interfaces = await emitInterfaces(api, named);
  return [{ path: "packages/types/src/generated/openapi.ts", content: `${named.declarations()}${interfaces}` }];
}
