import { lookup as systemLookup, type LookupAddress, type LookupOptions } from 'node:dns';
import { buildConnector } from 'undici';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { AddressPolicy } from './address-policy.js';

type Answer = (error: Error | null, address: string | LookupAddress[], family?: number) => void;

/** Resolves a name to all its addresses; a parameter so that specs can play the resolver. */
export type Resolve = (
  hostname: string,
  options: LookupOptions & { all: true },
  answer: (error: Error | null, addresses: LookupAddress[]) => void,
) => void;

/** Refuses a name when any of its addresses is refused: which one would be taken is chance. */
function guardedLookup(policy: AddressPolicy, resolve: Resolve) {
  return (hostname: string, options: LookupOptions, answer: Answer): void => {
    resolve(hostname, { ...options, all: true }, (error, addresses) => {
      if (error) return answer(error, []);
      try {
        for (const { address } of addresses) policy.checkAddress(address);
      } catch (refusal) {
        return answer(refusal as Error, []);
      }
      const first = addresses[0];
      if (options.all || !first) answer(null, addresses);
      else answer(null, first.address, first.family);
    });
  };
}

/**
 * Opens sockets to public addresses only: every answer of the resolver is checked before, and the
 * connected socket's own address after, since between the two a name can change its mind.
 *
 * @param timeoutMs for one connection attempt
 */
export function guardedConnector(
  policy: AddressPolicy,
  timeoutMs: number,
  resolve: Resolve = systemLookup as Resolve,
): buildConnector.connector {
  const common = { timeout: timeoutMs, allowH2: false };
  const open = buildConnector(common);
  const guarded = buildConnector({
    ...common,
    lookup: guardedLookup(policy, resolve),
  } as buildConnector.BuildOptions);
  return (options, callback) => {
    const port = options.port || (options.protocol === 'https:' ? '443' : '80');
    if (policy.isException(options.hostname, port)) return open(options, callback);
    guarded(options, (...[error, socket]) => {
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
