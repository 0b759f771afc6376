/**
 * Whether an object in a JSON text has two members of one name, of which `JSON.parse` keeps the last. Another reader may
 * keep the first, and then both take the same request for different payments.
 */
export function hasRepeatedNames(text: string, parsed: unknown): boolean {
  // Without its strings, a valid JSON text has a colon for each member.
  const structure = text.replace(/\\./g, "").replace(/"[^"]*"/g, "");
  return structure.split(":").length - 1 > countMembers(parsed);
}

/** Not recursive: a body may be nested deeper than the stack is. */
function countMembers(parsed: unknown): number {
  const values = [parsed];
  let count = 0;
  for (const value of values) {
    if (typeof value !== "object" || value === null) continue;
    const members: unknown[] = Object.values(value);
    if (!Array.isArray(value)) count += members.length;
    for (const member of members) values.push(member);
  }
  return count;
}
