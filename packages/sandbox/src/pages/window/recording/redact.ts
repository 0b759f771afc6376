/**
 * Keys of all kinds, and secrets of webhook endpoints, whatever precedes them: in an address, that may be the end of an
 * encoded character, such as `%20`. A key has no underscore after its prefix: one that follows is that of another key
 * right behind, which is hidden too.
 */
const secrets = /((?:sk|rk|pk)_(?:test|live)_|whsec_)\w+/g;
/** Thirteen digits or more, in one piece or in groups. */
const longNumbers = /\d(?:[ -]?\d){12,}/g;

/** Leaves keys, secrets and card numbers out of a text: of a card, the last four digits stay. */
export function redact(text: string): string {
  const known = text.replaceAll(secrets, "$1…");
  return hasLongNumber(known) ? known.replaceAll(longNumbers, hideCards) : known;
}

/**
 * The user and the password in an address, such as that of a database. Both may contain unencoded characters, even
 * another `@`.
 */
const credentials = /\b([a-z][a-z\d+.-]{0,30}:\/\/)[^\s/?#:]*:\S*@/gi;

/** The same for what a program prints, where such an address may be a misplaced argument. */
export function hideSecrets(text: string): string {
  return redact(text).replaceAll(credentials, "$1…@");
}

/** How many times an address is decoded. Only someone who hides something encodes one more than twice. */
const mostDecodings = 5;

/**
 * The same for an address, in which any character may be encoded: `sk%5Ftest%5F1` is a key too. One that hides something is
 * returned decoded, on one line.
 */
export function redactAddress(address: string): string {
  const decoded = decodeAddress(address);
  const known = redact(decoded);
  return known === decoded ? redact(address) : known.replaceAll(/[\s\p{Cc}]/gu, " ");
}

function decodeAddress(address: string): string {
  let decoded = address;
  for (let count = 0; count < mostDecodings && /[%+]/.test(decoded); count++) {
    // Byte by byte, so nothing else in the address can prevent it: keys and digits are ASCII.
    const next = decoded
      .replaceAll("+", " ")
      .replaceAll(/%([\da-f]{2})/gi, (_, hex: string) => String.fromCharCode(Number(`0x${hex}`)));
    if (next === decoded) break;
    decoded = next;
  }
  return decoded;
}

/**
 * The same for a body, whose characters may be escaped as in JSON, or encoded as in a form. One that hides something in them is
 * returned without those.
 */
export function redactBody(body: string): string {
  const decode = /^\s*[[{"]/.test(body) ? decodeJson : decodeAddress;
  const [raw, decoded] = [redact(body), decode(body)];
  if (decoded === body) return raw;
  const known = redact(decoded);
  return known === decoded || decode(raw) === known ? raw : known;
}

/** An escape of JSON: of an ASCII character by its number, or another one. */
const jsonEscapes = /\\(?:u00([2-7][\da-f])|.)/gis;

/** Decodes only the characters of keys and numbers: a quote without its escape would end its text. */
function decodeJson(text: string): string {
  if (!text.includes("\\u00")) return text;
  return text.replaceAll(jsonEscapes, (escaped: string, hex: string | undefined) => {
    const character = hex === undefined ? "" : String.fromCharCode(Number(`0x${hex}`));
    return /[\w -]/.test(character) ? character : escaped;
  });
}

/** Whether the other expression can find anything: it takes ten times as long, and most texts have no long number. */
function hasLongNumber(text: string): boolean {
  let digits = 0;
  for (let index = 0; index < text.length; index++) {
    const code = text.charCodeAt(index);
    if (code >= 48 && code <= 57) digits += 1;
    else if (code !== 32 && code !== 45) digits = 0;
    if (digits >= 13) return true;
  }
  return false;
}

/**
 * A card number consists of neighbouring groups of a long number: `12 4242 4242 4242 4242` has one. If the groups
 * around it could form another one with a part of it, they are hidden too.
 */
function hideCards(text: string): string {
  const groups = text.split(/[ -]/);
  const shown: string[] = [];
  let hiddenUntil = 0;
  for (const [index, group] of groups.entries()) {
    const isInside = index < hiddenUntil;
    hiddenUntil = Math.max(hiddenUntil, endOfCard(groups, index));
    if (index >= hiddenUntil) shown.push(group);
    else if (isInside) shown.splice(-1, 1, hidden(groups, hiddenUntil));
    else shown.push(hidden(groups, hiddenUntil));
  }
  return hiddenUntil === 0 ? text : shown.join(" ");
}

/** A card number that ends before a group, as it is shown. */
function hidden(groups: readonly string[], end: number): string {
  return `••••${groups
    .slice(Math.max(0, end - 4), end)
    .join("")
    .slice(-4)}`;
}

/** The group after the longest card number that begins with a group; 0 if none does. */
function endOfCard(groups: readonly string[], first: number): number {
  let found = 0;
  let digits = groups[first] ?? "";
  // At most as many groups as a card number has digits: the sender of a text decides how many it has.
  for (let end = first + 1; digits.length <= longestCard; end++) {
    if (isCardNumber(digits)) found = end;
    if (end === groups.length) break;
    digits += groups[end];
  }
  return found;
}

const shortestCard = 13;
const longestCard = 19;

/** Whether digits are as many as a card number has, with the check digit of ISO/IEC 7812 (Luhn). */
function isCardNumber(digits: string): boolean {
  if (digits.length < shortestCard || digits.length > longestCard) return false;
  let sum = 0;
  for (let place = 0; place < digits.length; place++) {
    const digit = digits.charCodeAt(digits.length - 1 - place) - 48;
    const value = place % 2 === 0 ? digit : digit * 2;
    sum += value > 9 ? value - 9 : value;
  }
  return sum % 10 === 0;
}
