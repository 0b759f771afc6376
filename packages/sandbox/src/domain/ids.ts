/**
 * Ids decided by a seed and a number: the same requests in the same order make the same ids. Two numbers of one seed
 * never make the same id. Consecutive numbers make neighbours, so a database writes what is made together on the same
 * pages of its index. Ids are not in order, and no code should need that.
 */
export function idOf(prefix: string, seed: number, sequence: number): string {
  return `${prefix}_${textOf((sequence ^ seed) >>> 0)}`;
}

/** The number that makes an id with a seed; undefined for an id that no number makes. */
export function sequenceOf(id: string, seed: number): number | undefined {
  const text = id.replace(/^[a-z]+_/, "");
  const mixed = /^[0-9a-z]{7}$/.test(text) ? Number.parseInt(text, 36) : Number.NaN;
  if (!(mixed < 2 ** 32)) return undefined;
  return (mixed ^ seed) >>> 0;
}

function textOf(mixed: number): string {
  return mixed.toString(36).padStart(7, "0");
}

/** A seed for an account, by its name (FNV-1a, 32 bits). */
export function seedOf(account: string): number {
  let hash = 0x811c9dc5;
  for (const character of account) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
