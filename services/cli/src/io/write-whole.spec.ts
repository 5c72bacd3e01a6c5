import { mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { writeWhole } from './write-whole.js';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'tocsin-whole-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

describe('a file that is written whole', () => {
  it('takes the place of the one before when all is done', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'before');
    const seen = await writeWhole(file, async (part) => {
      await writeFile(part, 'after');
      return readFileSync(file, 'utf8');
    });
    expect([seen, readFileSync(file, 'utf8')]).toEqual(['before', 'after']);
  });

  it('leaves nothing behind when it fails, and the one before alone', async () => {
    const file = join(folder, 'file');
    writeFileSync(file, 'before');
    const failing = writeWhole(file, async (part) => {
      await writeFile(part, 'half');
      throw new Error('enough');
    });
    await expect(failing).rejects.toThrow('enough');
    expect([readdirSync(folder), readFileSync(file, 'utf8')]).toEqual([['file'], 'before']);
  });

  it('says which file and why', async () => {
    const file = join(folder, 'no', 'file');
    await expect(writeWhole(file, (part) => writeFile(part, 'x'))).rejects.toMatchObject({
      code: 'ERR_CLI_FILE',
      message: `${file} can't be written: ENOENT.`,
    });
  });
});
