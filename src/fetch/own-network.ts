import dns, { type LookupAddress } from "node:dns";
import { BlockList, isIP, type LookupFunction } from "node:net";
import { networkInterfaces } from "node:os";
import { Failure } from "../model/index.ts";

/**
 * What is no address of the public internet: IANA's special-purpose registries (RFC 6890 and later), multicast, and what is reserved.
 * Written as `first address/prefix`.
 */
const SPECIAL: readonly string[] = [
  "0.0.0.0/8",
  "10.0.0.0/8",
  "100.64.0.0/10",
  "127.0.0.0/8",
  "169.254.0.0/16",
  "172.16.0.0/12",
  "192.0.0.0/24",
  "192.0.2.0/24",
  "192.88.99.0/24",
  "192.168.0.0/16",
  "198.18.0.0/15",
  "198.51.100.0/24",
  "203.0.113.0/24",
  "224.0.0.0/4",
  "240.0.0.0/4",
  // Only 2000::/3 was ever given out (RFC 4291); what carries an IPv4 address is judged by that.
  "::/3",
  "4000::/2",
  "8000::/1",
  "2001::/23",
  "2001:db8::/32",
  "3fff::/20",
];

const familyOf = (address: string): "ipv4" | "ipv6" => (address.includes(":") ? "ipv6" : "ipv4");
/** A list each: one list would look for IPv4 addresses in the ranges of IPv6, too. */
const special = { ipv4: new BlockList(), ipv6: new BlockList() } as const;
for (const range of SPECIAL) {
  const [first = "", prefix = ""] = range.split("/");
  special[familyOf(first)].addSubnet(first, Number(prefix), familyOf(first));
}

/** The eight groups of an IPv6 address. */
function groupsOf(address: string): readonly number[] {
  const dotted = /^(.*:)(\d+)\.(\d+)\.(\d+)\.(\d+)$/.exec(address);
  const plain = dotted
    ? `${dotted[1]}${(Number(dotted[2]) * 256 + Number(dotted[3])).toString(16)}:${(Number(dotted[4]) * 256 + Number(dotted[5])).toString(16)}`
    : address;
  const [before = "", after] = plain.split("::");
  const groups = (text: string): number[] => (text === "" ? [] : text.split(":").map((group) => Number.parseInt(group, 16)));
  const head = groups(before);
  const tail = after === undefined ? [] : groups(after);
  return [...head, ...Array.from({ length: Math.max(0, 8 - head.length - tail.length) }, () => 0), ...tail];
}

/** The IPv4 address that an IPv6 address carries (mapped, translated by NAT64, 6to4), null: none. */
function carried(address: string): string | null {
  const groups = groupsOf(address);
  const [a, b] = groups;
  const zeros = groups.slice(2, 6).every((group) => group === 0);
  const isMapped = groups.slice(0, 5).every((group) => group === 0) && groups[5] === 0xffff;
  const isTranslated = a === 0x64 && b === 0xff9b && zeros;
  const pair = isMapped || isTranslated ? groups.slice(6, 8) : a === 0x2002 ? groups.slice(1, 3) : null;
  return pair === null ? null : pair.flatMap((group) => [group >> 8, group & 0xff]).join(".");
}

/** Whether an IP address is this machine or in a network of its owner: anything that is not the public internet. */
export function isOwnAddress(address: string): boolean {
  const [bare = ""] = address.replace(/^\[|\]$/g, "").split("%");
  const family = isIP(bare);
  // What is no address is none that we would connect to.
  if (family === 0) return true;
  const inside = family === 6 ? carried(bare) : null;
  if (inside !== null) return isOwnAddress(inside);
  if (special[familyOf(bare)].check(bare, familyOf(bare))) return true;
  // A machine that is in the internet itself serves itself at that address, too.
  return Object.values(networkInterfaces()).some((all) => all?.some((one) => one.address === bare));
}

/** Names that the public domain name system never answers for (RFC 6761, 6762, 8375; ICANN's `internal`; what routers use). */
const HOME = /(?:^|\.)(?:localhost|local|localdomain|lan|home|home\.arpa|internal|intranet|corp|private|test)$/i;

/** Whether a host's name itself says that it is in the person's own network: an IP address, a single word, `nas.local`. */
export function isOwnName(host: string): boolean {
  const bare = host.replace(/^\[|\]$/g, "").replace(/\.$/, "");
  return isIP(bare) > 0 ? isOwnAddress(bare) : !bare.includes(".") || HOME.test(bare);
}

/** What may be asked of the person's own network. */
export type Reach = (address: URL) => boolean;

/**
 * Who may be asked in the person's own network: the origins that they typed before, and what they typed just now. What somebody types may
 * send on within its own host. A name of the public internet that leads home may be anybody's who wants to get in (DNS rebinding): it is
 * only believed over https, where the server at home has to prove the name.
 * @param typed the address that a person typed, null: the address comes from a page, a feed or a file
 */
export function reachOf(origins: readonly string[], typed: URL | null): Reach {
  return (address) =>
    origins.includes(address.origin) ||
    (typed !== null && address.hostname === typed.hostname && (isOwnName(address.hostname) || address.protocol === "https:"));
}

const refusal = (host: string): Failure =>
  new Failure("own-network", `${host} is in your own network, or on this computer. Lectern only asks there for what you typed yourself.`);

/** @throws Failure `own-network` for an IP address that may not be asked: no name is looked up for it */
export function refuseOwn(address: URL): void {
  const bare = address.hostname.replace(/^\[|\]$/g, "");
  if (isIP(bare) > 0 && isOwnAddress(bare)) throw refusal(address.host);
}

/**
 * Looks a name up for a connection, and leaves out what is in the own network: the very addresses that are connected to are judged, so
 * that no name can change its mind in between.
 */
export const publicOnly: LookupFunction = (host, options, done) => {
  dns.lookup(host, { ...options, all: true }, (error, found: LookupAddress[]) => {
    if (error) {
      done(error, []);
      return;
    }
    const open = found.filter(({ address }) => !isOwnAddress(address));
    const [first] = open;
    if (!first) done(refusal(host), []);
    else if (options.all) done(null, open);
    else done(null, first.address, first.family);
  });
};
