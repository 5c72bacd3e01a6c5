import { describe, expect, it } from '@jest/globals';
import { AddressPolicy } from './address-policy.js';

const policy = new AddressPolicy(['127.0.0.1:8088', '[::1]:9000']);
const codeOf = (url: string) => {
  try {
    policy.check(new URL(url));
    return 'ok';
  } catch (error) {
    return (error as { code: string }).code;
  }
};

describe('places that may be asked', () => {
  it('are public hosts on the web ports', () => {
    for (const url of ['http://a.org/', 'https://a.org/', 'http://a.org:443/', 'https://8.8.8.8/'])
      expect(codeOf(url)).toBe('ok');
  });

  it('are those that the setting names, host and port together', () => {
    expect(codeOf('http://127.0.0.1:8088/')).toBe('ok');
    expect(codeOf('http://[::1]:9000/')).toBe('ok');
    expect(codeOf('http://127.0.0.1:8089/')).toBe('ERR_FETCH_PORT');
    expect(codeOf('http://127.0.0.1/')).toBe('ERR_FETCH_ADDRESS');
  });
});

describe('places that are refused unasked', () => {
  it.each([
    'http://127.0.0.1/',
    'http://0x7f000001/',
    'http://2130706433/',
    'http://0177.1/',
    'http://127.1/',
    'http://１２７.0.0.1/',
    'http://[::]/',
    'http://[::ffff:127.0.0.1]/',
    'http://[::127.0.0.1]/',
    'http://[64:ff9b::7f00:1]/',
    'http://169.254.169.254/latest/meta-data/',
    'http://168.63.129.16/',
    'https://10.0.0.1/',
  ])('addresses: %s', (url) => {
    expect(codeOf(url)).toBe('ERR_FETCH_ADDRESS');
  });

  it('ports of other services', () => {
    for (const port of [22, 25, 6379, 9092, 8080])
      expect(codeOf(`http://a.org:${port}/`)).toBe('ERR_FETCH_PORT');
  });

  it('schemes and credentials', () => {
    for (const url of [
      'file:///etc/passwd',
      'ftp://a.org/',
      'gopher://a.org/',
      'http://u:p@a.org/',
    ])
      expect(codeOf(url)).toBe('ERR_FETCH_URL');
  });
});
