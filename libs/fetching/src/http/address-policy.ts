import { isIP } from 'node:net';
import { isGlobalUnicast } from '@tocsin/feeds';
import { FetchFailure } from '../outcome/fetch-failure.js';

const DEFAULT_PORTS: Readonly<Record<string, string>> = { 'http:': '80', 'https:': '443' };

/** Address literals stand in brackets in a URL's host when they are IPv6. */
const unbracketed = (hostname: string) => hostname.replace(/^\[(.*)\]$/, '$1');

/**
 * Which places may be asked at all. Everything but the public Internet on ports 80 and 443 is
 * refused; `allowPrivate` names the exceptions, each a host and port.
 */
export class AddressPolicy {
  private readonly exceptions: ReadonlySet<string>;

  /** @param allowPrivate `host:port` as URLs spell them, e.g. `127.0.0.1:8088` */
  constructor(allowPrivate: readonly string[]) {
    this.exceptions = new Set(allowPrivate.map((entry) => entry.toLowerCase()));
  }

  isException(hostname: string, port: string): boolean {
    return this.exceptions.has(`${hostname}:${port}`.toLowerCase());
  }

  /**
   * What can be said before any name is resolved.
   *
   * @throws FetchFailure ERR_FETCH_URL, ERR_FETCH_PORT, ERR_FETCH_ADDRESS
   */
  check(url: URL): void {
    const defaultPort = DEFAULT_PORTS[url.protocol];
    if (defaultPort === undefined)
      throw new FetchFailure(
        'ERR_FETCH_URL',
        `${url.protocol} is not fetched, only http and https.`,
      );
    if (url.username || url.password)
      throw new FetchFailure('ERR_FETCH_URL', 'URLs with credentials are not fetched.');
    const port = url.port || defaultPort;
    if (this.isException(url.hostname, port)) return;
    if (port !== '80' && port !== '443')
      throw new FetchFailure('ERR_FETCH_PORT', `Port ${port} is not allowed, only 80 and 443.`);
    const literal = unbracketed(url.hostname);
    // Resolvers are never asked about literals, so that no later check would see them.
    if (isIP(literal)) this.checkAddress(literal);
  }

  /** @throws FetchFailure ERR_FETCH_ADDRESS */
  checkAddress(ip: string): void {
    if (!isGlobalUnicast(ip))
      throw new FetchFailure('ERR_FETCH_ADDRESS', `${ip} is not a public address.`);
  }
}
