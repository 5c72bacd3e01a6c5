import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { migrations } from '../migrations/index.js';
import { checkAccess, scopeNeeded, type AccessSettings } from './access.js';
import { createKey, listKeys, revokeKey, holderOf, type Scope } from './api-keys.js';

let test: TestDatabase;
beforeAll(async () => {
  test = await openTestDatabase(process.env['DATABASE_URL'], migrations);
});
afterAll(() => test.close());

const PUBLIC: AccessSettings = { operatorKey: 'k'.repeat(16), read: 'loopback', host: '0.0.0.0' };
const LOCAL: AccessSettings = { operatorKey: null, read: 'loopback', host: '127.0.0.1' };
const check = (settings: AccessSettings, method: string, url: string, headers = {}) =>
  checkAccess(test.db, settings, { method, url, headers }, 1_000_000).then(
    () => 'passes',
    ({ code }: { code: string }) => code,
  );
const bearer = (key: string) => ({ authorization: `Bearer ${key}` });
const keyOf = async (...scopes: Scope[]) => (await createKey(test.db, 'spec', scopes, 5_000)).key;

describe('without a key', () => {
  it.each([
    [LOCAL, 'GET', '/v1/incidents', 'passes'],
    [LOCAL, 'POST', '/v1/feeds', 'passes'],
    [PUBLIC, 'GET', '/v1/incidents', 'ERR_API_KEY'],
    [{ ...PUBLIC, read: 'open' as const }, 'GET', '/v1/incidents?a=/v1/keys', 'passes'],
    [{ ...PUBLIC, read: 'open' as const }, 'POST', '/v1/feeds', 'ERR_API_KEY'],
    [{ ...PUBLIC, read: 'open' as const }, 'GET', '/v1/keys', 'ERR_API_KEY'],
    [{ ...LOCAL, read: 'key' as const }, 'GET', '/v1/incidents', 'ERR_API_KEY'],
    [PUBLIC, 'GET', '/health/live', 'passes'],
  ])('%j %s %s: %s', async (settings, method, url, result) =>
    expect(await check(settings, method, url)).toBe(result),
  );

  it('a page of another site changes nothing, though it may read', async () => {
    const foreign = { 'sec-fetch-site': 'cross-site' };
    expect(await check(LOCAL, 'POST', '/v1/feeds/1/pause', foreign)).toBe('ERR_API_KEY');
    expect(await check(LOCAL, 'GET', '/v1/incidents', foreign)).toBe('passes');
  });
});

describe('a key', () => {
  it("allows its scopes; the operator's allows all", async () => {
    const reader = bearer(await keyOf('read'));
    const pusher = bearer(await keyOf('push'));
    expect(await check(PUBLIC, 'GET', '/v1/incidents', reader)).toBe('passes');
    expect(await check(PUBLIC, 'POST', '/v1/documents', reader)).toBe('ERR_API_SCOPE');
    expect(await check(PUBLIC, 'POST', '/v1/documents/batch', pusher)).toBe('passes');
    expect(await check(PUBLIC, 'GET', '/v1/incidents', pusher)).toBe('ERR_API_SCOPE');
    for (const key of [await keyOf('operate'), 'k'.repeat(16)]) {
      expect(await check(PUBLIC, 'DELETE', '/v1/keys/1', bearer(key))).toBe('passes');
    }
  });

  it('is kept as a hash, tells when it was last used, and can be revoked', async () => {
    const { key, view } = await createKey(test.db, 'Newsroom', ['read'], 5_000);
    const [row] = await test.db.query<{ stored: string }>(
      'SELECT api_key::text AS stored FROM api_key WHERE id = $1',
      [view.id],
    );
    expect(row?.stored).not.toContain(key.split('_')[2]);
    expect(await holderOf(test.db, key, 100_000)).toEqual({ name: 'Newsroom', scopes: ['read'] });
    const listed = async () => (await listKeys(test.db)).find(({ id }) => id === view.id);
    expect(await listed()).toEqual({ ...view, lastUsedAt: new Date(100_000).toISOString() });
    expect(await revokeKey(test.db, view.id, 200_000)).toBe(true);
    expect(await revokeKey(test.db, view.id, 200_000)).toBe(false);
    expect(await holderOf(test.db, key, 300_000)).toBeUndefined();
    expect((await listed())?.revokedAt).toBe(new Date(200_000).toISOString());
  });

  it.each(['', 'x', `tocsin_${'0'.repeat(12)}_${'0'.repeat(64)}`])(
    'that is none is refused: %j',
    async (key) =>
      expect(await check(PUBLIC, 'GET', '/v1/incidents', bearer(key))).toBe('ERR_API_KEY'),
  );

  it('that is nearly right is refused', async () => {
    const key = await keyOf('read');
    const wrong = key.slice(0, -1) + (key.endsWith('0') ? '1' : '0');
    expect(await check(PUBLIC, 'GET', '/v1/incidents', bearer(wrong))).toBe('ERR_API_KEY');
  });
});

describe('what a call needs', () => {
  it.each([
    ['GET', '/v1/incidents.csv', 'read'],
    ['POST', '/v1/documents', 'push'],
    ['PATCH', '/v1/feeds/1', 'operate'],
    ['GET', '/v1/keys', 'operate'],
    ['GET', '/v1/webhooks/whk_1/deliveries', 'operate'],
    ['GET', '/v1/queries', 'read'],
    ['DELETE', '/v1/queries/qry_1', 'operate'],
    ['GET', '/metrics', undefined],
  ])('%s %s: %s', (method, url, scope) =>
    expect(scopeNeeded({ method, url, headers: {} })).toBe(scope),
  );
});
