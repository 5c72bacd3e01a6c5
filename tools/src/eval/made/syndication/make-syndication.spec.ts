import { beforeAll, describe, expect, it } from '@jest/globals';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { syndication } from '../../sets/syndication.js';
import type { Case, Prediction } from '../../set-adapter.js';
import { writeMade } from '../write-made.js';
import { readCases } from '../../read-cases.js';
import { makeSyndication } from './make-syndication.js';

const cases = makeSyndication('spec');
interface Expected {
  readonly cluster: string;
  readonly reason: string;
  readonly edit: string;
}
const expectations = new Map(cases.map(({ id, expected }) => [id, expected as Expected]));
const expectedOf = (id: string) => expectations.get(id) as Expected;

async function predict(all: AsyncIterable<Case>): Promise<Map<string, Prediction>> {
  const env = { loadPage: () => Promise.reject(new Error('no pages')) };
  const found = new Map<string, Prediction>();
  for await (const each of syndication.predict(all, env)) found.set(each.id, each);
  return found;
}

describe('the syndication set', () => {
  it('is the same for the same name, and another for another', () => {
    expect(makeSyndication('spec')).toEqual(cases);
    expect(makeSyndication('other')).not.toEqual(cases);
  });

  it('has each id once, and every copy beside its original', () => {
    const ids = new Set(cases.map(({ id }) => id));
    expect(ids.size).toBe(cases.length);
    for (const { id } of cases) expect(ids.has(expectedOf(id).cluster)).toBe(true);
  });

  it('has as many copies of each kind, and hundreds that are nobody’s', () => {
    const kinds = Map.groupBy(cases, ({ id }) => expectedOf(id).edit);
    const originals = kinds.get('original')?.length ?? 0;
    expect(originals).toBeGreaterThan(80);
    for (const [edit, { length }] of kinds) {
      if (edit !== 'alone') expect([edit, length]).toEqual([edit, originals]);
    }
    expect(kinds.get('alone')?.length).toBeGreaterThan(100);
  });

  it('does not give the answer away', () => {
    for (const { id, input } of cases) expect(String(input['url'])).not.toContain(id);
  });
});

describe('our answer to it', () => {
  let answers: Map<string, Prediction>;
  beforeAll(async () => {
    const dir = await mkdtemp(join(tmpdir(), 'tocsin-eval-'));
    await writeMade('syndication', 'spec', syndication.made!, dir).catch(async (error: unknown) => {
      // The scorer is there only where the tools are built.
      if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    });
    answers = await predict(readCases(join(dir, 'data', 'syndication', 'spec.jsonl')));
    await rm(dir, { recursive: true });
  }, 60_000);

  it('joins nobody who is alone with anybody', () => {
    const wrong = cases.filter(({ id }) => {
      const group = answers.get(id)?.['cluster'] as string;
      return expectedOf(group).cluster !== expectedOf(id).cluster;
    });
    expect(wrong.length / cases.length).toBeLessThan(0.01);
  });

  it('joins 97 of 100 copies with their originals, and names them', () => {
    const copies = cases.filter(({ id }) => !['original', 'alone'].includes(expectedOf(id).edit));
    const joined = copies.filter(
      ({ id }) => answers.get(id)?.['cluster'] === answers.get(expectedOf(id).cluster)?.['cluster'],
    );
    expect(joined.length / copies.length).toBeGreaterThan(0.97);
    const named = copies.filter(({ id }) => answers.get(id)?.['reason'] === expectedOf(id).reason);
    expect(named.length / copies.length).toBeGreaterThan(0.93);
  });
});
