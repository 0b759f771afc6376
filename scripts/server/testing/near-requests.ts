/** Requests near those that the specification accepts: about half are valid, the others differ a little. */
import { mutate } from "../../generators/validators/testing/mutate.ts";
import { pick } from "../../generators/validators/testing/random.ts";
import { sample } from "../../generators/validators/testing/sample.ts";
import type { Api, Operation, Parameter } from "../../model.ts";
import type { RequestParts } from "./request-oracle.ts";

type Random = () => number;

/** Well below the limit of a handler, whose 413 is not about the content. */
const longestBody = 100_000;

const oddTexts = ["", "0", "01", "1e1", "-1", "101", "1.5", "9007199254740993", "pay_1", "re_1", "a b", "__proto__"];

/** Makes a request of an operation; undefined if chance made one that HTTP cannot carry. */
export function nearRequest(operation: Operation, api: Api, random: Random): RequestParts | undefined {
  // Most parts stay right, or hardly any request would be.
  const mutates = () => random() < 0.15;
  const text = ({ schema }: Parameter): string => {
    const right = String(schema === undefined ? "" : sample(schema, api, random));
    if (!mutates()) return right;
    if (random() < 0.4) return pick(random, [right, ...oddTexts]);
    const mutant = mutate(right, random);
    return typeof mutant === "string" ? mutant : JSON.stringify(mutant);
  };
  const chosen = operation.parameters.filter(({ required }) => required || random() < 0.3);
  const query = chosen.filter((parameter) => parameter.in === "query").map((one) => [one.name, text(one)] as const);
  if (mutates())
    query.push([pick(random, ["Limit", "page", "__proto__", "limit[]", ...query.map(([name]) => name)]), "1"]);
  const headers = new Headers();
  try {
    for (const one of chosen.filter((parameter) => parameter.in === "header")) headers.set(one.name, text(one));
  } catch {
    return undefined;
  }
  const path = chosen.find((parameter) => parameter.in === "path");
  const id = path === undefined ? undefined : text(path);
  const body = bodyOf(operation, api, random, mutates());
  const isShort = body === undefined || body.length < longestBody;
  const isPossible = [id, ...query.flat()].every(canBeInUrl) && id !== "" && isShort;
  return isPossible ? { operationId: operation.operationId, id, query, headers, body } : undefined;
}

function bodyOf({ requestBody }: Operation, api: Api, random: Random, mutates: boolean): string | undefined {
  const schema = requestBody?.content[0]?.schema;
  if (schema === undefined || random() < 0.03) return undefined;
  const right = sample(schema, api, random);
  return JSON.stringify(mutates || random() < 0.3 ? mutate(right, random) : right);
}

/** Not half of a character; nor a dot segment, which URLs resolve. */
function canBeInUrl(text: string | undefined): boolean {
  return text === undefined || (!/^\.\.?$/.test(text) && !/\p{Surrogate}/u.test(text));
}
