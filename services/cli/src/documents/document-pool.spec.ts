import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from '@jest/globals';
import { DocumentPool } from './document-pool.js';

const worker = (name: string): URL => new URL(`./fixtures/${name}.worker.mjs`, import.meta.url);
let pool = new DocumentPool(worker('moody'), 500);
afterEach(async () => {
  await pool.close();
  pool = new DocumentPool(worker('moody'), 500);
});

const next = { kind: 'rejected', code: 'next', reason: 'null' };

describe('documents read in a process of their own', () => {
  it('cost their own answer when they are late, and no other', async () => {
    const late = pool.extract({ id: 'late', text: 'spin' }, '.');
    await expect(late).rejects.toMatchObject({ code: 'ERR_EXTRACT_TIMEOUT' });
    expect(await pool.extract({ id: 'next', text: '' }, '.')).toEqual(next);
  });

  it('cost their own answer when they end their process, and no other', async () => {
    const broken = pool.extract({ id: 'broken', text: 'exit' }, '.');
    await expect(broken).rejects.toMatchObject({ code: 'ERR_EXTRACT_CRASHED' });
    expect(await pool.extract({ id: 'next', text: '' }, '.')).toEqual(next);
  });

  it('have the bytes of the page that they name', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
    await writeFile(join(folder, 'p.html'), '<p>1234');
    const answer = await pool.extract({ id: 'page', htmlPath: 'p.html' }, folder);
    expect(answer).toEqual({ kind: 'rejected', code: 'page', reason: '7' });
  });

  it('have no answer from a worker that is not there, and closing is no error', async () => {
    await pool.close();
    pool = new DocumentPool(worker('nowhere'));
    const failed = pool.extract({ id: 'x', text: '' }, '.');
    await expect(failed).rejects.toMatchObject({ code: 'ERR_EXTRACT_CRASHED' });
  });
});
