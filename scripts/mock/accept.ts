/**
 * Tells whether a response may be JSON: the most specific range of the header `Accept` decides (RFC 9110, section 12.5.1).
 * Without the header, every type is acceptable.
 */
export function acceptsJson(accept = ""): boolean {
  if (accept.trim() === "") return true;
  const weights = new Map(accept.split(",").map(readRange));
  const weight = weights.get("application/json") ?? weights.get("application/*") ?? weights.get("*/*");
  return weight !== undefined && weight !== 0;
}

function readRange(range: string): readonly [type: string, weight: number] {
  const [type = "", ...parameters] = range.split(";").map((part) => part.trim().toLowerCase());
  const weight = parameters.find((parameter) => parameter.startsWith("q="))?.slice(2);
  return [type, Number(weight ?? 1)];
}
