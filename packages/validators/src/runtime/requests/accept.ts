/** Whether a response may be JSON: the most specific range decides (RFC 9110, section 12.5.1). */
export function acceptsJson(accept: string): boolean {
  if (accept.trim() === "") return true;
  const ranges = accept
    .toLowerCase()
    .split(",")
    .map((range) => range.split(";").map((part) => part.trim()));
  const weights = new Map(
    ranges.map(([type, ...rest]) => [type, rest.some((part) => /^q=0(\.0*)?$/.test(part)) ? 0 : 1]),
  );
  return !!(weights.get("application/json") ?? weights.get("application/*") ?? weights.get("*/*"));
}
