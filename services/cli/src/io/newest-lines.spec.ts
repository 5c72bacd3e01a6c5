import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, describe, expect, it } from '@jest/globals';
import { NewestLines } from './newest-lines.js';

const folder = mkdtempSync(join(tmpdir(), 'tocsin-lines-'));
afterAll(() => rmSync(folder, { recursive: true }));

async function all(lines: NewestLines): Promise<string[]> {
  const found: string[] = [];
  for await (const line of lines.newest()) found.push(line);
  return found;
}

describe('the newest lines of keys', () => {
  it('come in the order in which they were put, without those that are no more', async () => {
    const path = join(folder, 'few');
    const lines = await NewestLines.create(path);
    for (const [key, line] of [
      ['a', 'a1 é'],
      ['b', 'b1'],
      ['a', 'a2 😀'],
      ['c', 'c1'],
      ['b', null],
      ['d', null],
      ['c', 'c2'],
    ] as const)
      await lines.put(key, line);
    expect(lines.size).toBe(2);
    expect(await all(lines)).toEqual(['a2 😀', 'c2']);
    await lines.close();
    expect(existsSync(path)).toBe(false);
  });

  it('are as they were put, also where they are longer than what is read at once', async () => {
    const lines = await NewestLines.create(join(folder, 'long'));
    const put = Array.from({ length: 9 }, (_, n) => `${n}:${'ü'.repeat(n * 20_000)}`);
    for (const [n, line] of put.entries()) await lines.put(`k${n}`, line);
    expect(await all(lines)).toEqual(put);
    await lines.close();
  });

  it('are none where none was put', async () => {
    const lines = await NewestLines.create(join(folder, 'none'));
    expect(await all(lines)).toEqual([]);
    await lines.close();
  });
});
