import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isGlobalUnicast } from './guard.js';
import { DENIED_V4 } from './special.js';

const toNumber = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const toDotted = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255].join('.');

/** Any address within one of the denied ranges, worked out without the library under test. */
const deniedV4 = fc.constantFrom(...DENIED_V4).chain(([cidr]) => {
  const [base = '', bits = '32'] = cidr.split('/');
  const first = toNumber(base);
  return fc.integer({ min: first, max: first + 2 ** (32 - Number(bits)) - 1 }).map(toDotted);
});
const hexPair = (ip: string) => {
  const n = toNumber(ip);
  return `${Math.floor(n / 65536).toString(16)}:${(n % 65536).toString(16)}`;
};

describe('addresses that nobody outside could mean', () => {
  it.each([
    '127.0.0.1',
    '10.1.2.3',
    '172.31.255.255',
    '192.168.0.1',
    '169.254.169.254',
    '100.64.0.1',
    '0.0.0.0',
    '255.255.255.255',
    '224.0.0.1',
    '168.63.129.16',
    '192.0.0.192',
    '198.18.0.1',
    '::',
    '::1',
    '::7f00:1',
    '::8.8.8.8',
    '100::1',
    '100:0:0:1::1',
    'fe80::1',
    'fe80::1%eth0',
    'fc00::1',
    'fd00:ec2::254',
    'ff02::1',
    '2001:db8::1',
    '2001::1',
    '3fff::1',
    '5f00::1',
    'fec0::1',
    '::ffff:127.0.0.1',
    '::ffff:a00:1',
    '64:ff9b::7f00:1',
    '64:ff9b:1::1',
    '2002:7f00:1::',
    '2002:a9fe:a9fe::1',
    '0x7f000001',
    '0177.0.0.1',
    '2130706433',
    '127.1',
    '0:0:0:0:0:ffff:7f00:0001',
  ])('are refused: %s', (ip) => {
    expect(isGlobalUnicast(ip)).toBe(false);
  });

  it('are refused wherever they lie in a range, bare or wrapped in IPv6', () => {
    fc.assert(
      fc.property(deniedV4, (ip) => {
        expect(isGlobalUnicast(ip)).toBe(false);
        expect(isGlobalUnicast(`::ffff:${ip}`)).toBe(false);
        expect(isGlobalUnicast(`::ffff:${hexPair(ip)}`)).toBe(false);
        expect(isGlobalUnicast(`64:ff9b::${hexPair(ip)}`)).toBe(false);
        expect(isGlobalUnicast(`2002:${hexPair(ip)}::1`)).toBe(false);
        expect(isGlobalUnicast(`::${hexPair(ip)}`)).toBe(false);
        expect(isGlobalUnicast(String(toNumber(ip)))).toBe(false);
        expect(isGlobalUnicast(`0x${toNumber(ip).toString(16)}`)).toBe(false);
      }),
      { numRuns: 1000 },
    );
  });

  it('include every IPv6 outside 2000::/3 that wraps nothing', () => {
    const outside = fc
      .array(fc.integer({ min: 0, max: 0xffff }), { minLength: 8, maxLength: 8 })
      .filter(([head = 0]) => head >>> 13 !== 1 && head !== 0 && head !== 0x64);
    fc.assert(
      fc.property(outside, (groups) => {
        expect(isGlobalUnicast(groups.map((g) => g.toString(16)).join(':'))).toBe(false);
      }),
    );
  });
});

describe('addresses of the public Internet', () => {
  it.each([
    '8.8.8.8',
    '1.1.1.1',
    '93.184.216.34',
    '2606:4700::1111',
    '2a00:1450:4001::200e',
    '::ffff:8.8.8.8',
    '64:ff9b::808:808',
    '2002:808:808::1',
  ])('are let through: %s', (ip) => {
    expect(isGlobalUnicast(ip)).toBe(true);
  });
});

describe('what is no address', () => {
  it('is refused', () => {
    for (const text of ['', 'localhost', 'example.com', '1.2.3.4.5', '[::1]', '8.8.8.8/32', 'g::1'])
      expect(isGlobalUnicast(text)).toBe(false);
  });

  it('never throws', () => {
    fc.assert(fc.property(fc.string(), (text) => typeof isGlobalUnicast(text) === 'boolean'));
  });
});
