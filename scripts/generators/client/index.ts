import type { Api, GeneratedFile } from "../../model.ts";
import { listMethods } from "./method.ts";
import { generateMethodTables } from "./method-tables.ts";
import { generateResources } from "./resources.ts";
import { generateSamples } from "./samples.ts";

/** The files that follow from the operations' names in the client: methods, samples, and the tables that list them. */
export function generateClient(api: Api): GeneratedFile[] {
  const methods = listMethods(api);
  return [...generateResources(methods), ...generateSamples(api, methods), ...generateMethodTables(methods)];
}
