import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { beforeAll, describe, expect, it } from '@jest/globals';
import { MAX_PAGE_BYTES, readPage } from './read-page.js';

describe("a page's file", () => {
  let folder = '';
  beforeAll(async () => {
    folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
  });
  const file = async (bytes: string | Buffer): Promise<string> => {
    const path = join(folder, 'page.html');
    await writeFile(path, bytes);
    return path;
  };

  it('is read as it is', async () => {
    expect((await readPage(await file('<p>hei</p>'))).toString()).toBe('<p>hei</p>');
  });

  it('is inflated when it is gzipped', async () => {
    expect((await readPage(await file(gzipSync('<p>hei</p>')))).toString()).toBe('<p>hei</p>');
  });

  it('may be empty', async () => {
    expect(await readPage(await file(''))).toHaveLength(0);
  });

  it('is refused when it is too large, also after inflating', async () => {
    const large = Buffer.alloc(MAX_PAGE_BYTES + 1);
    await expect(readPage(await file(large))).rejects.toMatchObject({ code: 'ERR_CLI_TOO_LARGE' });
    await expect(readPage(await file(gzipSync(large)))).rejects.toMatchObject({
      code: 'ERR_CLI_TOO_LARGE',
    });
  });

  it('is refused when its gzip data is broken', async () => {
    const broken = gzipSync('<p>hei</p>').subarray(0, 12);
    await expect(readPage(await file(broken))).rejects.toMatchObject({
      code: 'ERR_CLI_FILE',
      message: expect.stringContaining('gzip'),
    });
  });

  it('is refused when it is none', async () => {
    await expect(readPage(join(folder, 'none'))).rejects.toMatchObject({ code: 'ERR_CLI_FILE' });
    await expect(readPage(folder)).rejects.toMatchObject({ code: 'ERR_CLI_FILE' });
  });
});
