/**
 * Counts what a JSON text has outside of its strings, before it is parsed: the colons, of which a valid one has one for each member, and
 * how deep it is nested. One that is nested very deeply takes `JSON.parse` many times as long as another.
 */
export function measureJson(text: string): readonly [colons: number, depth: number] {
  let colons = 0;
  let depth = 0;
  let open = 0;
  let isInString = false;
  for (let i = 0; i < text.length; i++) {
    const character = text[i];
    if (character === '"') isInString = !isInString;
    // What is escaped ends no string.
    else if (character === "\\") i++;
    else if (isInString) continue;
    else if (character === ":") colons++;
    else if (character === "{" || character === "[") depth = Math.max(depth, ++open);
    else if (character === "}" || character === "]") open--;
  }
  return [colons, depth];
}

/**
 * Whether an object in a JSON text with so many colons has two members of one name, of which `JSON.parse` keeps the last. Another
 * reader may keep the first, and then both take the same request for different payments.
 */
export function hasRepeatedNames(colons: number, parsed: unknown): boolean {
  return colons > countMembers(parsed);
}

/** Not recursive: a value may be nested deeper than the stack is. */
function countMembers(parsed: unknown): number {
  const objects: object[] = [[parsed]];
  let count = 0;
  for (const object of objects) {
    const members: readonly unknown[] = Array.isArray(object) ? object : Object.values(object);
    if (members !== object) count += members.length;
    for (const member of members) if (typeof member === "object" && member !== null) objects.push(member);
  }
  return count;
}
