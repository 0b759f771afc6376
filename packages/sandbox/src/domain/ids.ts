/**
 * Ids that a seed and a number decide: the same requests in the same order make the same ids. Two numbers of one seed never
 * meet, since the multiplication by an odd number is a bijection of 32 bits.
 */
export function idOf(prefix: string, seed: number, sequence: number): string {
  const mixed = (Math.imul(sequence + 1, 0x9e3779b1) ^ seed) >>> 0;
  return `${prefix}_${mixed.toString(36).padStart(7, "0")}`;
}

/** A seed for an account, by its name (FNV-1a, 32 bits). */
export function seedOf(account: string): number {
  let hash = 0x811c9dc5;
  for (const character of account) hash = Math.imul(hash ^ (character.codePointAt(0) ?? 0), 0x01000193);
  return hash >>> 0;
}
