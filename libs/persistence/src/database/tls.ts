import { checkServerIdentity, type ConnectionOptions } from 'node:tls';

type Checks = Pick<ConnectionOptions, 'ca' | 'rejectUnauthorized' | 'checkServerIdentity'>;

export interface TlsSettings {
  readonly url: string;
  readonly tls?: { readonly ca?: string };
}

/**
 * The driver's option for an encrypted connection, as libpq's `verify-full`: the authority and the name are checked.
 * The driver names no host for addresses, so that Node would ask certificates for "localhost": the name is ours to say.
 */
export function tlsOf({ url, tls }: TlsSettings): { ssl?: Checks } {
  if (tls === undefined) return {};
  const host = new URL(url).hostname.replace(/^\[|\]$/g, '');
  return {
    ssl: {
      rejectUnauthorized: true,
      checkServerIdentity: (_, certificate) => checkServerIdentity(host, certificate),
      ...(tls.ca === undefined ? {} : { ca: tls.ca }),
    },
  };
}
