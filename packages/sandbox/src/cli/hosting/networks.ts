import { BlockList, isIP } from "node:net";

/** An address that a name leads to. */
export interface Address {
  readonly address: string;
  readonly family: 4 | 6;
}

/** A network, such as 10.20.0.0/16. */
export interface Network extends Address {
  /** The number of leading bits that its addresses share. */
  readonly bits: number;
}

/**
 * The IPv4 networks that IANA's registry of special-purpose addresses calls not globally reachable, multicast
 * (224.0.0.0/4), the retired relays of 6to4, and the address at which Azure serves each of its machines
 * (168.63.129.16).
 */
const special4: readonly (readonly [network: string, bits: number])[] = [
  ["0.0.0.0", 8],
  ["10.0.0.0", 8],
  ["100.64.0.0", 10],
  ["127.0.0.0", 8],
  ["168.63.129.16", 32],
  ["169.254.0.0", 16],
  ["172.16.0.0", 12],
  ["192.0.0.0", 24],
  ["192.0.2.0", 24],
  ["192.88.99.0", 24],
  ["192.168.0.0", 16],
  ["198.18.0.0", 15],
  ["198.51.100.0", 24],
  ["203.0.113.0", 24],
  ["224.0.0.0", 4],
  ["240.0.0.0", 4],
];

/**
 * The same for IPv6, within the only network whose addresses are public: 2000::/3. Teredo and 6to4 lead to IPv4
 * addresses.
 */
const special6: readonly (readonly [network: string, bits: number])[] = [
  ["2001::", 23],
  ["2001:db8::", 32],
  ["2002::", 16],
  ["3fff::", 20],
];

const notPublic4 = listOf(special4.map(([address, bits]) => ({ address, family: 4, bits })));
const notPublic6 = listOf(special6.map(([address, bits]) => ({ address, family: 6, bits })));
const global6 = listOf([{ address: "2000::", family: 6, bits: 3 }]);

/**
 * Whether an address is one of the internet. Loopback, private, link-local and unique-local addresses, those of carriers' NAT,
 * multicast and reserved ones are not; nor are IPv6 addresses that contain one of IPv4 (mapped, NAT64, 6to4, Teredo).
 */
export function isPublic({ address, family }: Address): boolean {
  if (family === 4) return !notPublic4.check(address, "ipv4");
  return global6.check(address, "ipv6") && !notPublic6.check(address, "ipv6");
}

/** Networks as a list that can be searched for an address. It also finds an IPv4 address that is mapped into IPv6. */
export function listOf(networks: readonly Network[]): BlockList {
  const list = new BlockList();
  for (const { address, family, bits } of networks) list.addSubnet(address, bits, nameOf(family));
  return list;
}

/** As `net` names a family. */
export function nameOf(family: 4 | 6): "ipv4" | "ipv6" {
  return family === 4 ? "ipv4" : "ipv6";
}

/** An address that is written in digits, such as `127.0.0.1` or `[::1]`; undefined for a name. */
export function readAddress(host: string): Address | undefined {
  const address = host.replace(/^\[(.*)\]$/, "$1");
  const family = isIP(address);
  return family === 0 ? undefined : { address, family: family === 4 ? 4 : 6 };
}

/** A network in the notation of CIDR, or a single address; undefined for anything else. */
export function readNetwork(text: string): Network | undefined {
  const [, host = "", digits] = /^([^/]*)(?:\/(\d{1,3}))?$/.exec(text) ?? [];
  const found = host.startsWith("[") ? undefined : readAddress(host);
  if (found === undefined) return undefined;
  const longest = found.family === 4 ? 32 : 128;
  const bits = digits === undefined ? longest : Number(digits);
  return bits <= longest ? { ...found, bits } : undefined;
}
