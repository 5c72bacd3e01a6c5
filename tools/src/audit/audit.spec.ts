import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { main } from './main.js';
import { auditOptions } from './options.js';

/** Each draw loads the gazetteer, which takes a while on a busy machine. */
jest.setTimeout(30_000);

let dir: string;
let printed: string[];
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tocsin-audit-'));
  for (const set of ['a', 'b']) {
    await mkdir(join(dir, 'data', set), { recursive: true });
    const lines = Array.from({ length: 9 }, (_, i) => {
      const text = `A bomb killed ${i + 2} men on Monday, police said. Rebels plan to kill a mayor.`;
      return JSON.stringify({
        id: `${set}${i}`,
        input: { title: 'Bomb', text, publish_date: '2020-01-02' },
      });
    });
    await writeFile(join(dir, 'data', set, 'dev.jsonl'), lines.join('\n'));
  }
  printed = [];
  for (const stream of [process.stdout, process.stderr]) {
    jest.spyOn(stream, 'write').mockImplementation((text) => (printed.push(String(text)), true));
  }
});
afterEach(async () => {
  jest.restoreAllMocks();
  await rm(dir, { recursive: true });
});

const drawn = (out: string, seed = '1') =>
  main(['--data', dir, '--set', 'a,b', '--n', '4', '--seed', seed, '--out', join(dir, out)]);
const read = async (out: string) => {
  const files = (await readdir(join(dir, out))).sort();
  return Promise.all(files.map((file) => readFile(join(dir, out, file), 'utf8')));
};

describe('an audit', () => {
  it('draws a file a case from each set, and says in what proportion', async () => {
    expect(await drawn('one')).toBe(0);
    expect((await readdir(join(dir, 'one'))).sort()).toEqual([
      '001-a.md',
      '002-a.md',
      '003-b.md',
      '004-b.md',
    ]);
    expect(printed.join('')).toContain('4 cases');
    expect(printed.join('')).toMatch(/a: 2 of \d+, b: 2 of \d+/);
  });

  it('draws the same again from the same seed, another from another', async () => {
    await drawn('one');
    await drawn('again');
    await drawn('other', '2');
    expect(await read('again')).toEqual(await read('one'));
    expect(await read('other')).not.toEqual(await read('one'));
  });

  it('draws only what may be published', async () => {
    await drawn('one');
    for (const file of await read('one')) expect(file).toMatch(/\| realis \| (actual|attempted)/);
  });

  it('overwrites nothing', async () => {
    await drawn('one');
    expect(await drawn('one')).toBe(1);
    expect(printed.join('')).toContain('is not empty');
  });

  it('scores what was filled in', async () => {
    await drawn('one');
    const file = join(dir, 'one', '001-a.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('- verdict:', '- verdict: correct'));
    expect(await main(['--score', join(dir, 'one')])).toBe(0);
    expect(printed.join('')).toContain('| **all** | 1 | 1 | 1.000 |');
    expect(printed.join('')).toContain('3 of 4 without a verdict');
  });

  it('names each file that cannot be scored', async () => {
    await drawn('one');
    const file = join(dir, 'one', '002-a.md');
    const text = await readFile(file, 'utf8');
    await writeFile(file, text.replace('- verdict:', '- verdict: hm'));
    expect(await main(['--score', join(dir, 'one')])).toBe(1);
    expect(printed.join('')).toContain('002-a.md: verdict is "hm"');
    expect(await main(['--score', dir])).toBe(1);
  });
});

describe('the command line of the audit', () => {
  it('names everything that is wrong at once', () => {
    expect(() => auditOptions(['--n', '0', '--seed', 'x'])).toThrow(
      /--data is missing; --out is missing; --n is "0"; --seed is "x"/,
    );
  });

  it('writes nothing into the checkout', () => {
    const inside = fileURLToPath(new URL('./cases', import.meta.url));
    expect(() => auditOptions(['--data', 'd', '--out', inside])).toThrow(/lies in the checkout/);
  });

  it('has defaults', () => {
    const out = join(tmpdir(), 'cases');
    expect(auditOptions(['--data', 'd', '--out', out])).toMatchObject({
      n: 100,
      seed: 1,
      split: 'dev',
      sets: ['gva', 'muc4', 'newscluster', 'timex', 'geo'],
    });
  });
});
