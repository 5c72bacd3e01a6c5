import { lookup, Resolver, type LookupAddress } from 'node:dns';

/** Resolves a name to all its addresses; a parameter so that specs can play the resolver. */
export type Resolve = (
  hostname: string,
  options: { readonly all: true },
  answer: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** One that has questions open, which keep the process alive until they are given up. */
export type DnsResolve = Resolve & { readonly cancel: () => void };

/** Milliseconds for the first try; the second has twice as long. */
const TRY_MS = 2_000;
const TRIES = 2;
/** Milliseconds that one family's addresses wait for the other's (RFC 8305, 3). */
const OTHER_FAMILY_MS = 50;

const systemResolve = lookup as Resolve;

/** Single labels and `localhost` are names of this machine or its network, not of the DNS. */
const isLocalName = (hostname: string) =>
  !hostname.includes('.') || /\.localhost\.?$/i.test(hostname);

/**
 * Asks the DNS itself. The system's own look-up takes a thread for as long as a name server is silent,
 * and there are two such threads: two dead zones would hold up all hosts.
 *
 * @param servers `address:port`, instead of those of the system
 */
export function dnsResolve(servers?: readonly string[]): DnsResolve {
  const resolver = new Resolver({ timeout: TRY_MS, tries: TRIES });
  if (servers) resolver.setServers(servers);
  const resolve: Resolve = (hostname, options, answer) => {
    if (isLocalName(hostname)) return systemResolve(hostname, options, answer);
    const found: LookupAddress[] = [];
    const errors: NodeJS.ErrnoException[] = [];
    let hurry: NodeJS.Timeout | undefined;
    let over = false;
    const finish = () => {
      if (over) return;
      over = true;
      clearTimeout(hurry);
      const [error] = errors;
      if (found.length > 0) answer(null, found);
      // No name server at all: the system may know other ways.
      else if (error?.code === 'ECONNREFUSED') systemResolve(hostname, options, answer);
      else answer(error ?? null, []);
    };
    let open = 2;
    const heard = (family: 4 | 6) => (error: NodeJS.ErrnoException | null, addresses: string[]) => {
      open -= 1;
      if (error) errors.push(error);
      // IPv4 first: a machine without IPv6 is more common than one without IPv4.
      else
        found[family === 4 ? 'unshift' : 'push'](
          ...addresses.map((address) => ({ address, family })),
        );
      if (open === 0) finish();
      else if (found.length > 0) hurry = setTimeout(finish, OTHER_FAMILY_MS);
    };
    resolver.resolve4(hostname, heard(4));
    resolver.resolve6(hostname, heard(6));
  };
  return Object.assign(resolve, { cancel: () => resolver.cancel() });
}
