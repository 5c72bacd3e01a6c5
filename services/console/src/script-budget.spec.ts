import { readdirSync, readFileSync } from 'node:fs';
import { basename } from 'node:path';
import { beforeAll, describe, expect, it } from '@jest/globals';

/** Bytes, as the browser has to read them: not what compression makes of them on the way. */
const BUDGET = 300_000;

const dist = new URL('../dist/', import.meta.url);
const read = (file: string) => readFileSync(new URL(file, dist), 'utf8');

/** Scripts that are loaded for a page before anything is asked for, those that they import included. */
function scriptsOf(page: string): Map<string, string> {
  const found = new Map<string, string>();
  const add = (file: string) => {
    if (found.has(file)) return;
    const source = read(`assets/${file}`);
    found.set(file, source);
    for (const [, name] of source.matchAll(/(?:from|import)\s*"\.\/([\w.-]+\.js)"/g))
      add(String(name));
  };
  for (const [, file] of page.matchAll(/(?:src|href)="\/assets\/([^"]+\.js)"/g)) add(String(file));
  return found;
}

let page: string;
let first: Map<string, string>;
beforeAll(() => {
  page = read('index.html');
  first = scriptsOf(page);
});

describe('what the build has made', () => {
  it('loads less than 300 KB of script before the map', () => {
    const bytes = [...first.values()].reduce((sum, source) => sum + Buffer.byteLength(source), 0);
    expect(bytes).toBeGreaterThan(100_000);
    expect(bytes).toBeLessThan(BUDGET);
  });

  it('leaves the map for later', () => {
    const later = readdirSync(new URL('assets/', dist)).filter(
      (file) => file.endsWith('.js') && !first.has(basename(file)),
    );
    expect(later.some((file) => file.startsWith('map-view'))).toBe(true);
    expect([...first.values()].join()).not.toContain('maplibregl-canvas');
  });

  it('has nothing in the page that the policy would refuse', () => {
    expect(page).not.toMatch(/<script(?![^>]*\bsrc=)|<style|\bon\w+=|\bstyle=|https?:/);
  });
});
