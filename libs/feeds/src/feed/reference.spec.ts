import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { isInert, resolveReference, safeReference } from './reference.js';

describe('a reference against its base', () => {
  // RFC 3986, sections 5.4.1 and 5.4.2.
  it.each([
    ['g:h', 'g:h'],
    ['g', 'http://a/b/c/g'],
    ['./g', 'http://a/b/c/g'],
    ['g/', 'http://a/b/c/g/'],
    ['/g', 'http://a/g'],
    ['//g', 'http://g'],
    ['?y', 'http://a/b/c/d;p?y'],
    ['g?y', 'http://a/b/c/g?y'],
    ['#s', 'http://a/b/c/d;p?q#s'],
    ['g#s', 'http://a/b/c/g#s'],
    [';x', 'http://a/b/c/;x'],
    ['', 'http://a/b/c/d;p?q'],
    ['.', 'http://a/b/c/'],
    ['./', 'http://a/b/c/'],
    ['..', 'http://a/b/'],
    ['../g', 'http://a/b/g'],
    ['../..', 'http://a/'],
    ['../../../g', 'http://a/g'],
    ['/../g', 'http://a/g'],
    ['g;x=1/../y', 'http://a/b/c/y'],
  ])('%s is %s', (reference, expected) => {
    expect(resolveReference('http://a/b/c/d;p?q', reference)).toBe(expected);
  });

  it('keeps its spelling', () => {
    expect(resolveReference('http://www.詹姆斯.com/é/', '../a b')).toBe(
      'http://www.詹姆斯.com/a b',
    );
    expect(resolveReference('http://a.org/', 'HTTP://B.org')).toBe('HTTP://B.org');
  });

  it('may have slipped in a slash too many', () => {
    expect(resolveReference('', 'http:////a.org//x')).toBe('http://a.org//x');
  });

  it('stays relative when there is nothing to hang it on', () => {
    expect(resolveReference('', 'x')).toBe('x');
    expect(resolveReference('mailto:a@b', 'x')).toBe('x');
    expect(resolveReference('dir/', 'x')).toBe('dir/x');
  });

  it('is what URL makes of it, for plain paths', () => {
    const segment = fc.constantFrom('a', 'b', '..', '.', '');
    const path = fc.array(segment, { maxLength: 6 }).map((segments) => segments.join('/'));
    fc.assert(
      fc.property(path, (reference) => {
        fc.pre(!reference.startsWith('//'));
        const base = 'http://h/x/y';
        expect(resolveReference(base, reference)).toBe(new URL(reference, base).href);
      }),
    );
  });
});

describe('an address that could run something', () => {
  it.each([
    'javascript:x',
    ' JaVaScript:x',
    'java\nscript:x',
    '\u0001javascript:x',
    'vbscript:x',
    'data:text/html,x',
    'blob:x',
  ])('is not inert: %j', (address) => {
    expect(isInert(address)).toBe(false);
    expect(safeReference('http://a.org/', address)).toBe('');
  });

  it.each(['http://a.org/', '/x:y', '?javascript:x', 'mailto:a@b', '#javascript:', 'x'])(
    'is not %j',
    (address) => {
      expect(isInert(address)).toBe(true);
    },
  );
});
