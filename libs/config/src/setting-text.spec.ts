import { mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import { databaseSettings, httpSettings } from './groups/index.js';
import { loadConfig } from './load-config.js';
import { textOf } from './setting-text.js';

let folder: string;
const file = (name: string, text: string): string => {
  const path = join(folder, name);
  writeFileSync(path, text);
  return path;
};
beforeAll(() => {
  folder = mkdtempSync(join(tmpdir(), 'secrets-'));
});
afterAll(() => rmSync(folder, { recursive: true }));

const secret = { env: 'KEY', secret: true } as const;

describe('a secret', () => {
  it('comes from the environment, or from the file that the environment names', () => {
    expect(textOf(secret, { KEY: ' open sesame ' })).toEqual({ text: 'open sesame' });
    expect(textOf(secret, { KEY_FILE: file('key', 'open sesame\n') })).toEqual({
      text: 'open sesame',
    });
    expect(textOf(secret, {})).toEqual({ text: '' });
  });

  it('is typed and checked as any other setting', () => {
    const url = file('url', 'postgres://u:p@h/d\n');
    const { database } = loadConfig({ database: databaseSettings }, { DATABASE_URL_FILE: url });
    expect(database.url).toBe('postgres://u:p@h/d');
    const wrong = file('wrong', 'mysql://u:hunter2@h/d');
    const load = () => loadConfig({ database: databaseSettings }, { DATABASE_URL_FILE: wrong });
    expect(load).toThrow(/DATABASE_URL: its value must match pattern/);
    expect(load).not.toThrow(/hunter2/);
  });

  it.each([
    ['is given twice', () => ({ KEY: 'a', KEY_FILE: file('twice', 'b') }), 'KEY', /one of them/],
    ['is in no file', () => ({ KEY_FILE: join(folder, 'none') }), 'KEY_FILE', /ENOENT/],
    ['is in an empty file', () => ({ KEY_FILE: file('empty', ' \n') }), 'KEY_FILE', /empty/],
  ])('that %s is refused', (_, env, name, problem) => {
    expect(textOf(secret, env())).toEqual({ env: name, problem: expect.stringMatching(problem) });
  });
});

describe('a setting that is no secret', () => {
  it('comes from the environment alone', () => {
    const { http } = loadConfig(
      { http: httpSettings },
      { TOCSIN_HTTP_PORT_FILE: file('port', '1') },
    );
    expect(http.port).toBe(8080);
  });
});
