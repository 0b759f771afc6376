import { decodeStrictly } from "./routes.ts";

/** The names and values of a query string, without its `?`; throws if its percent-encoding is not valid. */
export function readPairs(raw: string): [string, string][] {
  const pairs = raw.split("&").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const [name = "", ...rest] = pair.replaceAll("+", " ").split("=");
    return [decodeStrictly(name, "query"), decodeStrictly(rest.join("="), "query")];
  });
}
