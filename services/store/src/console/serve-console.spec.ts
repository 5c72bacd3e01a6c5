import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { createApi } from '../api/create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const db = { query: async () => [] };
const outer = mkdtempSync(join(tmpdir(), 'console-'));
const folder = join(outer, 'dist');
let app: NestFastifyApplication;

beforeAll(async () => {
  mkdirSync(join(folder, 'assets'), { recursive: true });
  writeFileSync(join(folder, 'index.html'), '<title>Tocsin</title>');
  writeFileSync(join(folder, 'favicon.svg'), '<svg/>');
  writeFileSync(join(folder, 'assets', 'index-abc.js'), 'export {};');
  writeFileSync(join(outer, 'secret.txt'), 'hush');
  app = await createApi({ db, logger: quiet, imports: [], controllers: [], consoleFolder: folder });
  await app.init();
  await app.getHttpAdapter().getInstance().ready();
});
afterAll(async () => {
  await app.close();
  rmSync(outer, { recursive: true, force: true });
});

describe('the console', () => {
  it.each(['/', '/?kind=riots', '/incidents/i1', '/articles/a1', '/pipeline'])(
    'answers %s with its page, asked for again each time',
    async (url) => {
      const { statusCode, headers, body } = await app.inject({ url });
      expect([statusCode, body]).toEqual([200, '<title>Tocsin</title>']);
      expect(headers['content-type']).toMatch('text/html');
      expect(headers['cache-control']).toBe('no-cache');
    },
  );

  it('allows nothing from elsewhere, nothing inline, and no markup made of text', async () => {
    const { headers } = await app.inject({ url: '/' });
    const policy = String(headers['content-security-policy']);
    expect(policy).toMatch(/^default-src 'none'; script-src 'self';/);
    expect(policy).toContain("require-trusted-types-for 'script'");
    expect(policy).not.toMatch(/unsafe|data:|blob:|https?:|\*/);
    expect(headers).toMatchObject({
      'x-content-type-options': 'nosniff',
      'x-frame-options': 'DENY',
      'referrer-policy': 'no-referrer',
      'cross-origin-opener-policy': 'same-origin',
    });
  });

  it('has its built files kept for ever', async () => {
    const { statusCode, headers } = await app.inject({ url: '/assets/index-abc.js' });
    expect(statusCode).toBe(200);
    expect(headers['content-type']).toMatch('javascript');
    expect(headers['cache-control']).toContain('immutable');
  });

  it.each([
    '/assets/none.js',
    '/assets/..%2f..%2fsecret.txt',
    '/assets/%2e%2e%2findex.html',
    '/index.html',
  ])('has nothing at %s', async (url) => {
    const { statusCode, headers, body } = await app.inject({ url });
    expect(statusCode).toBeGreaterThanOrEqual(400);
    expect(body).not.toContain('hush');
    expect(String(headers['cache-control'])).not.toContain('immutable');
  });

  it('leaves the API as strict as it was', async () => {
    const { headers } = await app.inject({ url: '/v1/openapi.json' });
    expect(headers['content-security-policy']).toBe("default-src 'none'; frame-ancestors 'none'");
    expect(headers['cache-control']).not.toContain('public');
  });

  it('that is not built is missed at the start', async () => {
    const consoleFolder = join(outer, 'nowhere');
    await expect(
      createApi({ db, logger: quiet, imports: [], controllers: [], consoleFolder }),
    ).rejects.toThrow('The console is not built');
  });
});
