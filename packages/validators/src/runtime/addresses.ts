import { isDigit, isHex, isLetter } from "./formats.js";

/**
 * What RFC 3986 allows in every part of a URI beside letters and digits, one bit each from space to `?`. Above that only
 * `_` and `~` are.
 */
const uriMarkBits = 0x28007fd2;
const uriMarks = "-._~!$&'()*+,;=";
/** Beside letters and digits, what RFC 5321 allows in the local part of an address. */
const emailMarks = "!#$%&'*+-/=?^_`{|}~";

/** Most URIs of the web: a host name, no escape, no fragment. In one pass, without a way back. */
const usualUri = /^https?:\/\/[\w.-]+(?::\d+)?(?:[/?][\w.~!$&'()*+,;=:@/?-]*)?$/;

/** An absolute URI of RFC 3986: a scheme and what follows, in ASCII, with escapes that are whole. */
export function isUri(text: string): boolean {
  return usualUri.test(text) || isAnyUri(text);
}

function isAnyUri(text: string): boolean {
  const colon = text.indexOf(":");
  if (colon < 1 || !isLetter(text.charCodeAt(0)) || !isMadeOf(text, 1, colon, "+-.")) return false;
  let i = colon + 1;
  if (text.charCodeAt(i) === 0x2f && text.charCodeAt(i + 1) === 0x2f) {
    const start = i + 2;
    i = start;
    while (i < text.length && !endsAuthority(text.charCodeAt(i))) i++;
    if (!isAuthority(text, start, i)) return false;
  }
  const hash = text.indexOf("#", i);
  if (hash < 0) return isUriPart(text, i, text.length, true);
  return isUriPart(text, i, hash, true) && isUriPart(text, hash + 1, text.length, true);
}

function endsAuthority(code: number): boolean {
  return code === 0x2f || code === 0x3f || code === 0x23;
}

/** `userinfo@host:port`, in a part of a text that has none of `/`, `?` and `#`. */
function isAuthority(text: string, start: number, end: number): boolean {
  let host = start;
  while (host < end && text.charCodeAt(host) !== 0x40) host++;
  if (host === end) host = start;
  else if (!isUriPart(text, start, host++, true)) return false;
  let port = end;
  while (port > host && isDigit(text.charCodeAt(port - 1))) port--;
  const hostEnd = port > host && text.charCodeAt(port - 1) === 0x3a ? port - 1 : end;
  if (text.charCodeAt(host) !== 0x5b) return isUriPart(text, host, hostEnd, false);
  return text.charCodeAt(hostEnd - 1) === 0x5d && isLiteralAddress(text.slice(host + 1, hostEnd - 1));
}

function isLiteralAddress(text: string): boolean {
  if ((text.charCodeAt(0) | 0x20) !== 0x76) return isIpv6(text);
  const dot = text.indexOf(".");
  for (let i = 1; i < dot; i++) if (!isHex(text.charCodeAt(i))) return false;
  return dot > 1 && dot < text.length - 1 && isMadeOf(text, dot + 1, text.length, `${uriMarks}:`);
}

/** Whether a part of a text is made of what a URI may hold there: `delimited` adds `:`, `@`, `/` and `?`. */
function isUriPart(text: string, start: number, end: number, delimited: boolean): boolean {
  for (let i = start; i < end; i++) {
    const code = text.charCodeAt(i);
    if (isLetter(code) || isDigit(code)) continue;
    if (code === 0x25) {
      if (i + 2 >= end || !isHex(text.charCodeAt(i + 1)) || !isHex(text.charCodeAt(i + 2))) return false;
      i += 2;
    } else if (!isUriMark(code) && !(delimited && isUriDelimiter(code))) return false;
  }
  return true;
}

function isUriMark(code: number): boolean {
  return code === 0x5f || code === 0x7e || (code > 0x20 && code < 0x40 && ((uriMarkBits >>> (code - 0x20)) & 1) === 1);
}

function isUriDelimiter(code: number): boolean {
  return code === 0x2f || code === 0x3a || code === 0x3f || code === 0x40;
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
