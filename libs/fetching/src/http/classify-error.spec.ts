import { describe, expect, it } from '@jest/globals';
import { FetchFailure } from '../outcome/fetch-failure.js';
import { asFailure } from './classify-error.js';

const coded = (code: string) => Object.assign(new Error(code), { code });

describe('an error of a request', () => {
  it.each([
    ['ENOTFOUND', 'ERR_FETCH_DNS'],
    ['EAI_AGAIN', 'ERR_FETCH_DNS'],
    ['ETIMEOUT', 'ERR_FETCH_DNS'],
    ['ETIMEDOUT', 'ERR_FETCH_TIMEOUT'],
    ['EREFUSED', 'ERR_FETCH_DNS'],
    ['UND_ERR_HEADERS_TIMEOUT', 'ERR_FETCH_TIMEOUT'],
    ['UND_ERR_CONNECT_TIMEOUT', 'ERR_FETCH_TIMEOUT'],
    ['UND_ERR_HEADERS_OVERFLOW', 'ERR_FETCH_PROTOCOL'],
    ['HPE_INVALID_CONSTANT', 'ERR_FETCH_PROTOCOL'],
    ['CERT_HAS_EXPIRED', 'ERR_FETCH_TLS'],
    ['DEPTH_ZERO_SELF_SIGNED_CERT', 'ERR_FETCH_TLS'],
    ['ERR_TLS_CERT_ALTNAME_INVALID', 'ERR_FETCH_TLS'],
    ['ECONNREFUSED', 'ERR_FETCH_CONNECTION'],
    ['UND_ERR_SOCKET', 'ERR_FETCH_CONNECTION'],
  ])('%s means %s', (code, expected) => {
    expect(asFailure(coded(code)).code).toBe(expected);
  });

  it('that is or hides a refusal of ours stays that refusal', () => {
    const refusal = new FetchFailure('ERR_FETCH_ADDRESS', 'no');
    expect(asFailure(refusal)).toBe(refusal);
    expect(asFailure(new Error('wrapped', { cause: refusal }))).toBe(refusal);
  });
});
