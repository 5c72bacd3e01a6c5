import { mkdtemp, readdir, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { FsBlobStore } from '../publish/fs-blob-store.js';
import { eraseArticles } from './erase-articles.js';
import { fetcherMigrations } from './migrations.js';

let test: TestDatabase;
let folder: string;
let blobs: FsBlobStore;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], fetcherMigrations);
  folder = await mkdtemp(join(tmpdir(), 'tocsin-blobs-'));
  blobs = new FsBlobStore(folder);
});
afterAll(async () => {
  await test.close();
  await rm(folder, { recursive: true });
});

const left = async () =>
  (await readdir(folder, { recursive: true })).filter((name) => name.includes('/')).sort();

it('an erased article has no body, no feed says anything of it, and it is not read again', async () => {
  for (const id of ['aa1', 'bb2']) {
    await blobs.put(`${id}-hash`, Buffer.from(id));
    await test.db.query(
      `INSERT INTO url (id, url, host, state, article_id, feed_item, next_attempt_at)
       VALUES ($1, $2, 'news.example', 'fetched', $1, '{"title":"Words"}', now())`,
      [id, `https://news.example/${id}`],
    );
    await test.db.query(
      `INSERT INTO article (id, url, version, content_hash) VALUES ($1, $2, 1, $3)`,
      [id, `https://news.example/${id}`, `${id}-hash`],
    );
  }
  await eraseArticles(test.db, blobs, ['aa1', 'unknown']);
  expect(await left()).toEqual(['bb/bb2-hash']);
  const rows = await test.db.query(
    'SELECT id, feed_item IS NULL AS bare, next_attempt_at IS NULL AS rests FROM url ORDER BY id',
  );
  expect(rows).toEqual([
    { id: 'aa1', bare: true, rests: true },
    { id: 'bb2', bare: false, rests: false },
  ]);
});

it('bodies that no record names any more are taken out by their age', async () => {
  await blobs.put('cc3-hash', Buffer.from('old'));
  await utimes(join(folder, 'cc', 'cc3-hash'), 1, 1);
  expect(await blobs.removeBefore(Date.now() - 60_000)).toBe(1);
  expect(await left()).not.toContain('cc/cc3-hash');
  expect(await new FsBlobStore(join(folder, 'none')).removeBefore(Date.now())).toBe(0);
});
