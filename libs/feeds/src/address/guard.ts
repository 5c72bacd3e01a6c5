import ipaddr from 'ipaddr.js';
import { DENIED_V4, DENIED_V6, EMBEDDED_V4 } from './special.js';

const v4Ranges = DENIED_V4.map(([cidr]) => ipaddr.IPv4.parseCIDR(cidr));
const v6Ranges = DENIED_V6.map(([cidr]) => ipaddr.IPv6.parseCIDR(cidr));
const embedded = EMBEDDED_V4.map(([cidr, at]) => [ipaddr.IPv6.parseCIDR(cidr), at] as const);
const globalV6 = ipaddr.IPv6.parseCIDR('2000::/3');

const isGlobalV4 = (address: ipaddr.IPv4) => !v4Ranges.some((range) => address.match(range));

function isGlobalV6(address: ipaddr.IPv6): boolean {
  for (const [range, at] of embedded) {
    if (address.match(range))
      return isGlobalV4(new ipaddr.IPv4(address.toByteArray().slice(at, at + 4)));
  }
  return address.match(globalV6) && !v6Ranges.some((range) => address.match(range));
}

/**
 * IPv6 as the URL standard reads it: `ipaddr.js` alone takes `::8.8.8.8` for `::ffff:8.8.8.8`.
 */
function canonical(ip: string): string | null {
  if (!ip.includes(':')) return ip;
  try {
    return new URL(`http://[${ip}]/`).hostname.slice(1, -1);
  } catch {
    return null;
  }
}

/**
 * Whether an address is one that anyone on the Internet could mean: global unicast, IPv4 wrapped in
 * IPv6 judged by what is wrapped. False for everything else, zone ids and non-addresses included.
 *
 * @param ip in any spelling that a resolver, a socket or a URL may give, without brackets
 */
export function isGlobalUnicast(ip: string): boolean {
  const text = canonical(ip);
  if (text === null || !ipaddr.isValid(text)) return false;
  const address = ipaddr.parse(text);
  return address instanceof ipaddr.IPv4 ? isGlobalV4(address) : isGlobalV6(address as ipaddr.IPv6);
}
