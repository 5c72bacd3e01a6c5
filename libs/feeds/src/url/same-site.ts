const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };
const isAddress = (host: string) => host.startsWith('[') || /^[\d.]+$/.test(host);

const bareHost = ({ hostname }: URL) => hostname.replace(/\.$/, '').replace(/^www\./, '');
/** Both schemes' default ports are one: sites move from one to the other. */
const portOf = ({ protocol, port }: URL) =>
  port === '' || port === DEFAULT_PORTS[protocol] ? 'default' : port;

const isBelow = (host: string, other: string) => other.includes('.') && host.endsWith(`.${other}`);

/**
 * Whether two addresses belong to one site as far as their names tell: the same host, `www.` aside, or
 * one host within the other's domain (`sport.example.org`, `example.org`). Two sister hosts are not
 * one site: without a list of public suffixes they may belong to two owners (`a.github.io`).
 */
export function sameSite(a: URL, b: URL): boolean {
  if (portOf(a) !== portOf(b)) return false;
  const [one, other] = [bareHost(a), bareHost(b)];
  if (one === other) return true;
  if (isAddress(one) || isAddress(other)) return false;
  return isBelow(one, other) || isBelow(other, one);
}
