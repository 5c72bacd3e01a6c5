import { FetchFailure } from '../outcome/fetch-failure.js';
import type { FetchCode } from '../outcome/codes.js';

/** Node's, OpenSSL's and undici's own codes, by what they mean for a fetch. */
const MEANINGS: readonly (readonly [RegExp, FetchCode, string])[] = [
  [
    /^(ENOTFOUND|EAI_|ENODATA|ESERVFAIL|EREFUSED|ETIMEOUT|EFORMERR|EBAD(RESP|NAME|QUERY))/,
    'ERR_FETCH_DNS',
    "The host's name cannot be resolved.",
  ],
  [
    /^(UND_ERR_(CONNECT|HEADERS|BODY)_TIMEOUT|ETIMEDOUT)$/,
    'ERR_FETCH_TIMEOUT',
    'The server took too long.',
  ],
  [
    /^(HPE_|HTTPParserError$|ERR_HTTP2_(ERROR|SESSION_ERROR|INVALID|TOO_MANY|MAX_)|UND_ERR_(HEADERS_OVERFLOW|RES_CONTENT_LENGTH_MISMATCH|INVALID_ARG))/,
    'ERR_FETCH_PROTOCOL',
    'The answer breaks the rules of HTTP.',
  ],
  [
    /^(ERR_TLS_|ERR_SSL_|EPROTO|CERT_|DEPTH_ZERO_|SELF_SIGNED_|UNABLE_TO_|HOSTNAME_MISMATCH)/,
    'ERR_FETCH_TLS',
    'The encrypted connection cannot be trusted or made.',
  ],
];

/** Any error of a request as the failure that it means. */
export function asFailure(error: unknown): FetchFailure {
  if (error instanceof FetchFailure) return error;
  const { code, cause, name } = error as { code?: unknown; cause?: unknown; name?: string };
  if (cause instanceof FetchFailure) return cause;
  for (const [pattern, meaning, sentence] of MEANINGS) {
    // undici's parser errors have a name, but not always a code.
    if (pattern.test(String(code ?? name)))
      return new FetchFailure(meaning, sentence, { cause: error });
  }
  return new FetchFailure('ERR_FETCH_CONNECTION', 'The connection failed or broke.', {
    cause: error,
  });
}
