import type { LookupAddress, LookupOptions } from 'node:dns';
import type { Socket } from 'node:net';
import { buildConnector } from 'undici';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { AddressPolicy } from './address-policy.js';
import type { Resolve } from './dns-resolve.js';

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** What connections are made with. */
export interface ConnectorOptions {
  /** Milliseconds for one connection attempt, look-up and handshake included. */
  readonly timeoutMs: number;
  readonly resolve: Resolve;
  /** Certificates to trust instead of the well-known authorities. */
  readonly ca?: string | undefined;
  /** Whether HTTP/2 may be agreed on; by default it may. */
  readonly http2?: boolean | undefined;
}

/** Opens a connection; the socket is there at once, so that the attempt can be given up. */
export type GuardedConnector = (
  options: buildConnector.Options,
  callback: buildConnector.Callback,
) => Socket;

/** Refuses a name when any of its addresses is refused: which one would be taken is chance. */
function guardedLookup(policy: AddressPolicy, resolve: Resolve) {
  return (hostname: string, options: LookupOptions, answer: Answer): void => {
    resolve(hostname, { all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      try {
        for (const { address } of addresses) policy.checkAddress(address);
        if (addresses.length === 0)
          throw new FetchFailure('ERR_FETCH_DNS', "The host's name has no address.");
      } catch (refusal) {
        return answer(refusal as Error, []);
      }
      const first = addresses[0];
      if (options.all || !first) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

/** undici returns the socket that it is connecting, but its types do not say so. */
const build = (options: object) =>
  buildConnector(options as buildConnector.BuildOptions) as unknown as GuardedConnector;

/**
 * Opens sockets to public addresses only: every answer of the resolver is checked before, and the
 * connected socket's own address after, since between the two a name can change its mind.
 */
export function guardedConnector(
  policy: AddressPolicy,
  { timeoutMs, ca, resolve, http2 = true }: ConnectorOptions,
): GuardedConnector {
  const common = { timeout: timeoutMs, allowH2: http2, ...(ca === undefined ? {} : { ca }) };
  const open = build(common);
  const guarded = build({ ...common, lookup: guardedLookup(policy, resolve) });
  return (options, callback) => {
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    // undici takes the brackets of IPv6 away.
    const hostname = options.hostname.includes(':') ? `[${options.hostname}]` : options.hostname;
    if (policy.isException(hostname, port)) return open(options, callback);
    return guarded(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      try {
        policy.checkAddress(socket.remoteAddress ?? '');
      } catch (refusal) {
        socket.destroy();
        return callback(refusal as FetchFailure, null);
      }
      callback(null, socket);
    });
  };
}
