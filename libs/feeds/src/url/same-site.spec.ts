import { describe, expect, it } from '@jest/globals';
import { sameSite } from './same-site.js';

const same = (a: string, b: string) => [
  sameSite(new URL(a), new URL(b)),
  sameSite(new URL(b), new URL(a)),
];

describe('two addresses are of one site', () => {
  it.each([
    ['https://example.org/a', 'http://example.org/b'],
    ['https://www.example.org/', 'https://example.org/'],
    ['https://www.example.org/', 'https://sport.example.org/'],
    ['https://example.org:443/', 'http://example.org:80/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8080/x'],
  ])('%s and %s', (a, b) => {
    expect(same(a, b)).toEqual([true, true]);
  });
});

describe('two addresses are of different sites', () => {
  it.each([
    ['https://example.org/', 'https://example.com/'],
    ['https://badexample.org/', 'https://example.org/'],
    ['https://a.github.io/', 'https://b.github.io/'],
    ['https://example.org/', 'https://org/'],
    ['http://127.0.0.1:8080/', 'http://127.0.0.1:8081/'],
    ['http://1.127.0.0.1.nip.io/', 'http://127.0.0.1/'],
  ])('%s and %s', (a, b) => {
    expect(same(a, b)).toEqual([false, false]);
  });
});
