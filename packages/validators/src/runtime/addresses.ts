import { type Format, isDigit, isLetter } from "./formats.js";

/** Beside letters and digits, what RFC 5321 allows in the local part of an address. */
const emailMarks = "!#$%&'*+-/=?^_`{|}~";

/** Most URIs of the web, in one pass without a way back. */
const usual = /^https?:\/\/[\w./?=&-]+$/;

/**
 * Scheme, then user, host and port where `//` says that they follow, then path, query and fragment. No two parts of it
 * that may repeat accept the same character side by side. It leaves escapes and address literals open, which are rare.
 */
const parts =
  /^[a-z][a-z\d+.-]*:(?:\/\/(?:[\w.~!$&'()*+,;=:%-]*@)??(?:\[(?:v[\da-f]+\.[\w.~!$&'()*+,;=:-]+|[\da-f:.]+)\]|[\w.~!$&'()*+,;=%-]*)(?::\d*)?(?![^/?#])|(?!\/\/))[\w.~!$&'()*+,;=:@/%-]*(?:\?[\w.~!$&'()*+,;=:@/?%-]*)?(?:#[\w.~!$&'()*+,;=:@/?%-]*)?$/i;

/** An absolute URI of RFC 3986: a scheme and what follows, in ASCII, with escapes that are whole. */
export function isUri(text: string): boolean {
  if (usual.test(text)) return true;
  if (!parts.test(text) || /%(?![\da-f]{2})/i.test(text)) return false;
  const literal = /\[[^v].*\]/i.exec(text);
  return literal === null || URL.canParse(`http://${literal[0]}`);
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

/** Every platform has this; no library of types is needed for it. */
declare const URL: { canParse(url: string): boolean };

/** An IPv6 address of RFC 4291, without a zone, as the host of a URL is read. */
export function isIpv6(text: string): boolean {
  return /^[\da-f:.]{2,45}$/i.test(text) && URL.canParse(`http://[${text}]`);
}

export const email: Format = { expected: "an email address", test: isEmail };
export const hostname: Format = { expected: "a host name", test: isHostname };
export const ipv4: Format = { expected: "an IPv4 address", test: isIpv4 };
export const ipv6: Format = { expected: "an IPv6 address", test: isIpv6 };
export const uri: Format = { expected: "an absolute URI", test: isUri };
