import { existsSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { assertDiskSpace } from './disk.js';

describe('room on the disk', () => {
  let folder: string;

  beforeEach(() => {
    folder = mkdtempSync(join(tmpdir(), 'tocsin-disk-'));
  });
  afterEach(() => rmSync(folder, { recursive: true }));

  it('is enough when nothing is needed', async () => {
    await expect(assertDiskSpace(folder, 0)).resolves.toBeUndefined();
  });

  it('is looked at where the data will be, which is made if missing', async () => {
    const data = join(folder, 'a', 'b');
    await assertDiskSpace(data, 0);
    expect(existsSync(data)).toBe(true);
  });

  it('that is too little is one sentence with a code', async () => {
    await expect(assertDiskSpace(folder, Number.MAX_SAFE_INTEGER)).rejects.toMatchObject({
      code: 'ERR_STACK_DISK_FULL',
      exitCode: 3,
      message: expect.stringMatching(/^Only \d+ MiB are free at .+: make room for \d+ MiB\.$/),
    });
  });
});
