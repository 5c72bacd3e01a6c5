import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { evaluateSet } from './evaluate.js';
import { partOf } from './halves.js';
import { parseOptions } from './options.js';
import type { SetAdapter } from './set-adapter.js';

/** Right about even numbers, and finds nothing in cases of nothing. */
const guess: SetAdapter = {
  set: 'guess',
  scorers: [{ scorer: 'same' }],
  async *predict(cases) {
    for await (const { id, input } of cases) {
      const n = Number(input['n']);
      yield { id, found: n % 10 === 0 ? [] : [n % 2 === 0 ? n : -1] };
    }
  },
};

const SCORER = `
import fs from 'node:fs';
const rows = (file) => fs.readFileSync(file, 'utf8').trim().split('\\n').map((line) => JSON.parse(line));
const found = new Map(rows(process.argv[2]).map((row) => [row.id, row.found]));
const gold = rows(new URL('../data/guess/dev.jsonl', import.meta.url));
const right = gold.filter((row) => row.expected.found[0] === found.get(row.id)[0] && found.get(row.id).length > 0);
console.log(JSON.stringify({ main: right.length / gold.length, n: gold.length }));
`;

/** Each case is a run of a scorer, in a process of its own. */
jest.setTimeout(30_000);

let dir: string;
beforeEach(async () => {
  dir = await mkdtemp(join(tmpdir(), 'tocsin-eval-'));
  await mkdir(join(dir, 'data', 'guess'), { recursive: true });
  await mkdir(join(dir, 'score'));
  await writeFile(join(dir, 'score', 'same.mjs'), SCORER);
  const lines = Array.from({ length: 24 }, (_, n) => {
    const expected = { found: n % 10 === 0 ? [] : [n] };
    return JSON.stringify({ id: `c${n}`, input: { n, text: `Text number ${n}.` }, expected });
  });
  await writeFile(join(dir, 'data', 'guess', 'dev.jsonl'), lines.join('\n'));
});
afterEach(() => rm(dir, { recursive: true }));

const run = (...flags: string[]) => runOf(guess, ...flags);
const runOf = (set: SetAdapter, ...flags: string[]) =>
  evaluateSet(
    set,
    parseOptions(['--data', dir, '--set', 'guess', '--out', join(dir, 'out'), ...flags]),
    () => undefined,
  );
const errors = () => readFile(join(dir, 'out', 'guess.errors.md'), 'utf8');

describe('the errors of a set', () => {
  it('are cases of the half that is read, with what is expected and what was predicted', async () => {
    await run('--errors', '99');
    const ids = [...(await errors()).matchAll(/^## (c\d+) \(0\)$/gm)].map(([, id]) => id!);
    const wrong = Array.from({ length: 24 }, (_, n) => n).filter((n) => n % 2 === 1);
    expect(ids.sort()).toEqual(
      wrong
        .map((n) => `c${n}`)
        .filter((id) => partOf(id, false) === 'read')
        .sort(),
    );
    expect(await errors()).toContain('Text number');
    expect(await errors()).toMatch(/### Predicted\n\n```json\n\{\n "id"/);
  });

  it('are of what was opened, where something was', async () => {
    await runOf({ ...guess, opened: true }, '--errors', '99');
    const ids = [...(await errors()).matchAll(/^## (c\d+) /gm)].map(([, id]) => id!);
    expect(new Set(ids.map((id) => partOf(id, true)))).toEqual(new Set(['opened']));
  });

  it('are no more than wanted, and begin alike', async () => {
    await run('--errors', '99');
    const all = await errors();
    await run('--errors', '2');
    const few = await errors();
    expect(few.match(/^## /gm)).toHaveLength(2);
    expect(all).toContain(few.slice(few.indexOf('## ')).trimEnd());
  });

  it('are not written where nobody asks for them', async () => {
    await run();
    expect(await readdir(join(dir, 'out'))).toEqual(['guess.jsonl']);
  });
});

describe('the halves of a set', () => {
  it('are scored each by itself when told so', async () => {
    const scores = await run('--halves');
    expect(scores.map(({ scorer }) => scorer)).toEqual(['same', 'same (read)', 'same (unread)']);
    const [all, read, unread] = scores;
    expect(Number(read!['n']) + Number(unread!['n'])).toBe(24);
    const right = (score: (typeof scores)[number]) => Math.round(score.main! * Number(score['n']));
    expect(right(read!) + right(unread!)).toBe(right(all!));
  });

  it('are three parts where half of one was opened', async () => {
    const [, ...parts] = await runOf({ ...guess, opened: true }, '--halves');
    const names = ['same (read)', 'same (opened)', 'same (unread)'];
    expect(parts.map(({ scorer }) => scorer)).toEqual(names);
    expect(parts.map(({ n }) => Number(n)).reduce((a, b) => a + b)).toBe(24);
  });
});
