/** The absolute http(s) address of a reference, or null where it is none. */
export function absoluteUrl(reference: string, base: string): string | null {
  const url = URL.canParse(reference, base) ? new URL(reference, base) : null;
  return url?.protocol === 'http:' || url?.protocol === 'https:' ? url.href : null;
}

/** Whether two addresses are of one site: equal hosts, or one a subdomain of the other, `www.` aside. */
export function sameSite(a: string, b: string): boolean {
  const [x, y] = [host(a), host(b)];
  return x !== null && y !== null && (x === y || isBelow(x, y) || isBelow(y, x));
}

/** Of a name without a dot nothing is below: it is no site. */
const isBelow = (name: string, other: string): boolean =>
  other.includes('.') && name.endsWith(`.${other}`);

function host(url: string): string | null {
  return URL.canParse(url) ? new URL(url).hostname.replace(/^www\./, '') : null;
}
