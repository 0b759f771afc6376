import { decode } from "../../packages/validators/src/runtime/requests/decode.ts";
import { ApiError } from "./api-error.ts";

/** The names and values of a query string, without its `?`; throws if its percent-encoding is not valid. */
export function readPairs(raw: string): [string, string][] {
  const pairs = raw.split("&").filter((pair) => pair !== "");
  return pairs.map((pair) => {
    const [name = "", ...rest] = pair.replaceAll("+", " ").split("=");
    return [decodeStrictly(name, name), decodeStrictly(rest.join("="), name)];
  });
}

function decodeStrictly(text: string, name: string): string {
  const decoded = decode(text);
  if (decoded !== undefined) return decoded;
  throw new ApiError("parameter_invalid", `${name.slice(0, 100)} must be UTF-8 in percent-encoding`, name);
}
