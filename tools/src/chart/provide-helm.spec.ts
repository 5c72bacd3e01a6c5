import { chmodSync, mkdtempSync, readdirSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { HELM_VERSION, provideHelm, type HelmNeeds } from './provide-helm.js';

/** A zip archive with `helm/helm`, stored, that holds "helm\n". */
const ARCHIVE = Buffer.from(
  'UEsDBBQAAAAAAAAAIVwQAtMSBQAAAAUAAAAJAAAAaGVsbS9oZWxtaGVsbQpQSwECFAMUAAAAAAAAACFcEALTEgUAAAAFAAAACQAAAAAAAAAAAAAA7QEAAAAAaGVsbS9oZWxtUEsFBgAAAAABAAEANwAAACwAAAAAAA==',
  'base64',
);
const SHA256 = 'b3dca5f979ae4c877a9ff5bfc518c24bdf4c1d3c0f5ce9642b1993afcc5950d6';

let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'helm-'));
});
afterEach(() => rmSync(folder, { recursive: true }));

const executable = (name: string): string => {
  const file = join(folder, name);
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};
const provide = (needs: Partial<HelmNeeds> = {}) =>
  provideHelm({ env: {}, cacheFolder: join(folder, 'cache'), platform: 'linux-x64', ...needs });
const archive = async (into: string): Promise<string> => {
  const file = join(into, 'layer.zip');
  writeFileSync(file, ARCHIVE);
  return file;
};
const missing = { code: 'ERR_TEST_HELM_MISSING', exitCode: 3 };

describe('providing Helm', () => {
  it('takes the one that is given, or says that there is none', async () => {
    const given = executable('given');
    expect(await provide({ env: { HELM_PATH: given } })).toBe(given);
    const nowhere = provide({ env: { HELM_PATH: join(folder, 'nowhere') } });
    await expect(nowhere).rejects.toMatchObject(missing);
  });

  it('takes an installed one rather than fetching', async () => {
    const installed = executable('helm');
    expect(await provide({ env: { PATH: folder } })).toBe(installed);
  });

  it('fetches the pinned one once', async () => {
    let fetches = 0;
    const fetchArchive = (into: string) => (fetches++, archive(into));
    const file = await provide({ fetchArchive, sha256: SHA256 });
    expect(file).toBe(join(folder, 'cache', `helm-${HELM_VERSION}`));
    expect(statSync(file).mode & 0o111).not.toBe(0);
    expect(await provide({ fetchArchive, sha256: SHA256 })).toBe(file);
    expect(fetches).toBe(1);
    expect(readdirSync(join(folder, 'cache'))).toEqual([`helm-${HELM_VERSION}`]);
  });

  it('does not take another than the one that is pinned', async () => {
    const other = provide({ fetchArchive: archive });
    await expect(other).rejects.toMatchObject({ code: 'ERR_STACK_CHECKSUM' });
    expect(readdirSync(join(folder, 'cache'))).toEqual([]);
  });

  it('says what to do where there is none for the machine', async () => {
    await expect(provide({ platform: 'darwin-arm64' })).rejects.toMatchObject(missing);
  });
});
