/**
 * Whether an object in a JSON text has two members of one name, of which `JSON.parse` keeps the last. Another reader may
 * keep the first, and then both take the same request for different payments.
 */
export function hasRepeatedNames(text: string, parsed: unknown): boolean {
  return countColons(text) > countMembers(parsed);
}

/** The colons outside of strings: a valid JSON text has one for each member. */
function countColons(text: string): number {
  let count = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isInString = !isInString;
    else if (!isInString && character === ":") count++;
    // What is escaped ends no string.
    else if (character === "\\") i++;
  }
  return count;
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
