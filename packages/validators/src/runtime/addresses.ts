import { isDigit, isHex, isLetter } from "./formats.js";

/** Beside letters and digits, what RFC 3986 allows everywhere: its marks and its sub-delimiters. */
const uriMarks = "-._~!$&'()*+,;=";
/** Beside letters and digits, what RFC 5321 allows in the local part of an address. */
const emailMarks = "!#$%&'*+-/=?^_`{|}~";

/** An absolute URI of RFC 3986: a scheme and what follows, in ASCII, with escapes that are whole. */
export function isUri(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 1 || !isLetter(text.charCodeAt(0)) || !isMadeOf(text, 1, colon, "+-.")) return false;
  const hash = text.indexOf("#", colon);
  const end = hash < 0 ? text.length : hash;
  if (hash >= 0 && !isUriPart(text, hash + 1, text.length, ":@/?")) return false;
  const mark = text.indexOf("?", colon);
  const pathEnd = mark < 0 || mark > end ? end : mark;
  if (pathEnd < end && !isUriPart(text, pathEnd + 1, end, ":@/?")) return false;
  let pathStart = colon + 1;
  if (text.startsWith("//", pathStart)) {
    const slash = text.indexOf("/", pathStart + 2);
    const authorityEnd = slash < 0 || slash > pathEnd ? pathEnd : slash;
    if (!isAuthority(text.slice(pathStart + 2, authorityEnd))) return false;
    pathStart = authorityEnd;
  }
  return isUriPart(text, pathStart, pathEnd, ":@/");
}

function isAuthority(text: string): boolean {
  const at = text.indexOf("@");
  if (at >= 0 && !isUriPart(text, 0, at, ":")) return false;
  const host = text.slice(at + 1);
  const bracket = host.lastIndexOf("]");
  const colon = host.indexOf(":", bracket + 1);
  const hostEnd = colon < 0 ? host.length : colon;
  for (let i = hostEnd + 1; i < host.length; i++) if (!isDigit(host.charCodeAt(i))) return false;
  if (bracket < 0) return isUriPart(host, 0, hostEnd, "");
  return host.startsWith("[") && bracket === hostEnd - 1 && isLiteralAddress(host.slice(1, bracket));
}

function isLiteralAddress(text: string): boolean {
  if ((text.charCodeAt(0) | 0x20) !== 0x76) return isIpv6(text);
  const dot = text.indexOf(".");
  for (let i = 1; i < dot; i++) if (!isHex(text.charCodeAt(i))) return false;
  return dot > 1 && dot < text.length - 1 && isMadeOf(text, dot + 1, text.length, `${uriMarks}:`);
}

function isUriPart(text: string, start: number, end: number, more: string): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (code === 0x25) {
      if (i + 2 >= end || !isHex(text.charCodeAt(i + 1)) || !isHex(text.charCodeAt(i + 2))) return false;
      i += 2;
    } else if (!isLetter(code) && !isDigit(code)) {
      const character = text.charAt(i);
      if (!uriMarks.includes(character) && !more.includes(character)) return false;
    }
  }
  return true;
}

/** Whether a part of a text is letters, digits and some more characters. */
function isMadeOf(text: string, start: number, end: number, more: string): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (!isLetter(code) && !isDigit(code) && !more.includes(text.charAt(i))) return false;
  }
  return true;
}

/** A mailbox of RFC 5321, with quoted local parts and address literals. A domain may be a single label. */
export function isEmail(text: string): boolean {
  const at = text.lastIndexOf("@");
  if (at < 1 || at > 64 || text.length > 320) return false;
  const local = text.slice(0, at);
  if (local.startsWith('"') ? !/^"(?:[ !#-[\]-~]|\\[ -~])*"$/.test(local) : !isDotString(local)) return false;
  const domain = text.slice(at + 1);
  if (!domain.startsWith("[")) return isHostname(domain);
  if (!domain.endsWith("]")) return false;
  const address = domain.slice(1, -1);
  return /^ipv6:/i.test(address) ? isIpv6(address.slice(5)) : isIpv4(address);
}

function isDotString(text: string): boolean {
  return text.split(".").every((atom) => atom !== "" && isMadeOf(atom, 0, atom.length, emailMarks));
}

/** A host name of RFC 1123: labels of letters, digits and inner hyphens. */
export function isHostname(text: string): boolean {
  return text.length <= 253 && text.split(".").every(isLabel);
}

function isLabel(label: string): boolean {
  if (label === "" || label.length > 63 || label.startsWith("-") || label.endsWith("-")) return false;
  return isMadeOf(label, 0, label.length, "-");
}

/** An IPv4 address in dotted decimal, without leading zeros. */
export function isIpv4(text: string): boolean {
  const parts = text.split(".", 5);
  return parts.length === 4 && parts.every((part) => /^(?:0|[1-9]\d{0,2})$/.test(part) && Number(part) <= 255);
}

/** An IPv6 address of RFC 4291, without a zone. */
export function isIpv6(text: string): boolean {
  if (text.length > 45) return false;
  const halves = text.split("::");
  if (halves.length > 2) return false;
  const groups = halves.flatMap((half) => (half === "" ? [] : half.split(":")));
  const last = groups.at(-1);
  const tail = last?.includes(".") && text.endsWith(last) ? groups.pop() : undefined;
  if (tail !== undefined && !isIpv4(tail)) return false;
  const count = groups.length + (tail === undefined ? 0 : 2);
  if (halves.length === 2 ? count > 7 : count !== 8) return false;
  return groups.every((group) => /^[0-9a-fA-F]{1,4}$/.test(group));
}
