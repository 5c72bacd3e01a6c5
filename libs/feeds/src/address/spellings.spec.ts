import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isGlobalUnicast } from './guard.js';
import { DENIED_V4 } from './special.js';

const toNumber = (ip: string) => ip.split('.').reduce((sum, part) => sum * 256 + Number(part), 0);
const bytesOf = (n: number) => [n >>> 24, (n >>> 16) & 255, (n >>> 8) & 255, n & 255];
const ranges = DENIED_V4.map(([cidr]) => {
  const [base = '', bits = '32'] = cidr.split('/');
  return { first: toNumber(base), size: 2 ** (32 - Number(bits)) };
});
const isDenied = (n: number) => ranges.some(({ first, size }) => n >= first && n < first + size);

/** Worked out from the list of ranges alone, without the library that the guard rests on. */
const privateV4 = fc
  .constantFrom(...ranges)
  .chain(({ first, size }) => fc.integer({ min: first, max: first + size - 1 }));
const publicV4 = fc.integer({ min: 0, max: 2 ** 32 - 1 }).filter((n) => !isDenied(n));

const hex = (n: number) => n.toString(16);
const groups = (n: number) => `${hex(Math.floor(n / 65536))}:${hex(n % 65536)}`;

/** One number as the URL standard reads it in a host: decimal, octal or hexadecimal, zeros before. */
const numeral = (n: number) =>
  fc.constantFrom(
    String(n),
    `0${n.toString(8)}`,
    `000${n.toString(8)}`,
    `0x${hex(n)}`,
    `0X00${hex(n).toUpperCase()}`,
  );
/** The four bytes in one to four parts, of which the last takes all that is left. */
const partsOf = (n: number, count: number) => {
  const bytes = bytesOf(n);
  const last = bytes.slice(count - 1).reduce((sum, byte) => sum * 256 + byte, 0);
  return [...bytes.slice(0, count - 1), last];
};
/** Digits and dots in other scripts or escaped, which IDNA and percent-decoding turn back. */
const disguised = (text: string) =>
  fc.constantFrom(
    text,
    `${text}.`,
    text.replace(/\d/g, (digit) => String.fromCodePoint(0xff10 + Number(digit))),
    text.replaceAll('.', '。'),
    text.replace(/[\d.]/g, (char) => `%${hex(char.charCodeAt(0))}`),
  );
const v4Spelling = (n: number) =>
  fc
    .integer({ min: 1, max: 4 })
    .chain((count) => fc.tuple(...partsOf(n, count).map(numeral)))
    .chain((parts) => disguised(parts.join('.')));

/** IPv6 that stands for an IPv4 address: mapped, NAT64, 6to4. */
const wrappings = (n: number) => [
  `::ffff:${bytesOf(n).join('.')}`,
  `0:0:0:0:0:FFFF:${groups(n)}`,
  `64:ff9b::${groups(n)}`,
  `64:FF9B:0:0:0:0:${bytesOf(n).join('.')}`,
  `2002:${groups(n)}::1`,
];
/** IPv6 that hides an IPv4 address where no public one may be: compatible, local NAT64, Teredo. */
const hidings = (n: number) => [
  `::${bytesOf(n).join('.')}`,
  `::${groups(n)}`,
  `64:ff9b:1::${groups(n)}`,
  `2001:0:4136:e378:8000:63bf:${groups(~n >>> 0)}`,
  `2001:0:${groups(n)}::1`,
];

/** What a client would connect to for this host; null when the address is no URL at all. */
const hostOf = (host: string) => {
  try {
    return new URL(`http://${host}/`).hostname.replace(/^\[|\]$/g, '').replace(/\.$/, '');
  } catch {
    return null;
  }
};
const reaches = (host: string) => {
  const address = hostOf(host);
  return address !== null && isGlobalUnicast(address);
};
const runs = { numRuns: 1000 };

describe('a private address', () => {
  it('is refused in every spelling that a URL allows', () => {
    fc.assert(
      fc.property(privateV4.chain(v4Spelling), (host) => {
        expect(reaches(host)).toBe(false);
      }),
      runs,
    );
  });

  it('is refused within any IPv6 address that stands for it', () => {
    fc.assert(
      fc.property(privateV4, (n) => {
        expect([...wrappings(n), ...hidings(n)].filter((ip) => reaches(`[${ip}]`))).toEqual([]);
      }),
      runs,
    );
  });

  it('is refused with a zone, which a URL does not allow and a resolver may give', () => {
    for (const zone of ['eth0', '1', '25lo']) {
      expect(reaches(`[fe80::1%${zone}]`)).toBe(false);
      expect(isGlobalUnicast(`fe80::1%${zone}`)).toBe(false);
      expect(isGlobalUnicast(`2a00:1450::1%${zone}`)).toBe(false);
    }
  });
});

describe('a public address', () => {
  it('is accepted in every spelling that a URL allows', () => {
    fc.assert(
      fc.property(publicV4.chain(v4Spelling), (host) => {
        expect(hostOf(host)).not.toBeNull();
        expect(reaches(host)).toBe(true);
      }),
      runs,
    );
  });

  it('is accepted within IPv6 that stands for it, and refused where it only hides', () => {
    fc.assert(
      fc.property(publicV4, (n) => {
        expect(wrappings(n).filter((ip) => !reaches(`[${ip}]`))).toEqual([]);
        expect(hidings(n).filter((ip) => reaches(`[${ip}]`))).toEqual([]);
      }),
      runs,
    );
  });

  it('is accepted when it is global IPv6 of its own', () => {
    const group = fc.integer({ min: 0, max: 0xffff });
    // 2400::/6 to 2c00::/6: what registries give out, clear of every special range.
    const head = fc.integer({ min: 0x2400, max: 0x2fff });
    fc.assert(
      fc.property(head, fc.array(group, { minLength: 7, maxLength: 7 }), (first, rest) => {
        const text = [first, ...rest].map(hex);
        expect(reaches(`[${text.join(':')}]`)).toBe(true);
        expect(reaches(`[${text.join(':').toUpperCase()}]`)).toBe(true);
      }),
      runs,
    );
  });
});
