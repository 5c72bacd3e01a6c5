import { mkdir, mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { evaluateSet } from './evaluate.js';
import { parseOptions } from './options.js';
import { scoresAsJson, scoresAsTable } from './print-scores.js';
import { adaptersOf } from './registry.js';
import type { SetAdapter } from './set-adapter.js';

const echo: SetAdapter = {
  set: 'echo',
  scorers: [{ scorer: 'count' }, { scorer: 'absent' }],
  async *predict(cases) {
    for await (const each of cases) yield { id: each.id, seen: Object.keys(each) };
  },
  peers: [
    {
      peer: 'parrot',
      file: 'bird',
      scorers: [{ scorer: 'count' }],
      async *predict(cases) {
        for await (const { id } of cases) yield { id, said: 'echo' };
      },
    },
  ],
};

describe('an evaluation', () => {
  let dir: string;
  const messages: string[] = [];
  const options = (...flags: string[]) =>
    parseOptions(['--data', dir, '--set', 'echo', '--out', join(dir, 'out'), ...flags]);

  beforeEach(async () => {
    dir = await mkdtemp(join(tmpdir(), 'tocsin-eval-'));
    await mkdir(join(dir, 'data', 'echo'), { recursive: true });
    await mkdir(join(dir, 'score'));
    const line = JSON.stringify({ id: 'c1', input: {}, expected: { secret: 1 } });
    await writeFile(join(dir, 'data', 'echo', 'dev.jsonl'), `${line}\n\n`);
    await writeFile(
      join(dir, 'score', 'count.mjs'),
      'console.log(JSON.stringify({ main: 1, n: 1 }))',
    );
  });
  afterEach(() => rm(dir, { recursive: true }));

  it('shows adapters the input alone, never what is expected', async () => {
    await evaluateSet(echo, options('--predict-only'), () => undefined);
    const lines = await readFile(join(dir, 'out', 'echo.jsonl'), 'utf8');
    expect(lines).toBe('{"id":"c1","seen":["id","input"]}\n');
  });

  it('scores with the data’s own scorers and says which are not there', async () => {
    const scores = await evaluateSet(echo, options(), (message) => messages.push(message));
    expect(scores).toEqual([{ set: 'echo', scorer: 'count', main: 1, n: 1 }]);
    expect(messages).toContain('echo: no scorer absent.mjs in this data, not scored');
  });

  it('lets a peer answer beside ours when told so, and scores it alike', async () => {
    const scores = await evaluateSet(echo, options('--peers'), () => undefined);
    expect(scores).toEqual([
      { set: 'echo', scorer: 'count', main: 1, n: 1 },
      { set: 'echo', scorer: 'count', main: 1, n: 1, peer: 'parrot' },
    ]);
    expect(await readdir(join(dir, 'out'))).toEqual(['echo.bird.jsonl', 'echo.jsonl']);
    const lines = await readFile(join(dir, 'out', 'echo.bird.jsonl'), 'utf8');
    expect(lines).toBe('{"id":"c1","said":"echo"}\n');
  });

  it('writes nothing of peers otherwise', async () => {
    await evaluateSet(echo, options('--predict-only'), () => undefined);
    expect(await readdir(join(dir, 'out'))).toEqual(['echo.jsonl']);
  });

  it('only predicts when told so', async () => {
    expect(await evaluateSet(echo, options('--predict-only'), () => undefined)).toEqual([]);
  });
});

describe('the command line', () => {
  it('names everything that is missing at once', () => {
    expect(() => parseOptions([])).toThrow(/--data, --set, --out/);
  });

  it('takes sets by commas and repeated', () => {
    const { sets, split } = parseOptions([
      '--data',
      'd',
      '--out',
      'o',
      '--set',
      'a,b',
      '--set',
      'a',
    ]);
    expect([sets, split]).toEqual([['a', 'b'], 'dev']);
  });
});

describe('the registry', () => {
  it('tells a set that is not answered yet from one that is unknown', () => {
    expect(() => adaptersOf(['muc4', 'nonsense'], [echo])).toThrow(
      'muc4 is not answered yet; nonsense is no known set. Answered: echo.',
    );
  });
});

describe('the result', () => {
  const scores = [{ set: 'echo', scorer: 'count', main: 0.5, n: 3 }];

  it('is a line of JSON per score', () => {
    expect(JSON.parse(scoresAsJson(scores))).toEqual(scores[0]);
  });

  it('is a table for people', () => {
    expect(scoresAsTable(scores)).toBe(
      'set   scorer  main    figures\necho  count   0.5000  n 3\n',
    );
  });

  it('names the peer that a score is of', () => {
    expect(scoresAsTable([{ ...scores[0]!, peer: 'parrot' }])).toContain(
      'echo  count (parrot)  0.5',
    );
  });
});
