import { chmodSync, existsSync, mkdirSync, mkdtempSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { providePromtool, runToEnd, type Run } from './provide-promtool.js';

const folder = () => mkdtempSync(join(tmpdir(), 'tocsin-promtool-'));
const program = (file: string): string => {
  mkdirSync(dirname(file), { recursive: true });
  writeFileSync(file, '#!/bin/sh\n');
  chmodSync(file, 0o755);
  return file;
};

/** A Debian of the spec's own: whether its lists are filled, and whether it has the package. */
function debian({ lists = true, has = true } = {}) {
  const commands: string[] = [];
  const state = { lists };
  const run: Run = async (command, args, cwd) => {
    commands.push([command, ...args].join(' '));
    if (args[0] === 'update') state.lists = true;
    if (args[0] === 'download') {
      if (!state.lists || !has) return { ok: false, text: 'E: Unable to locate package\n' };
      writeFileSync(join(cwd, 'prometheus_2_amd64.deb'), '');
    }
    if (args[0] === '-x') program(join(cwd, 'files', 'usr', 'bin', 'promtool'));
    return { ok: true, text: '' };
  };
  return { commands, run };
}

describe('providing promtool', () => {
  it('takes the one that is named, or one on the path, and fetches nothing', async () => {
    const { commands, run } = debian();
    const bin = folder();
    const file = program(join(bin, 'promtool'));
    const cacheFolder = folder();
    expect(await providePromtool({ env: { PROMTOOL: file }, cacheFolder, run })).toBe(file);
    expect(await providePromtool({ env: { PATH: `/none:${bin}` }, cacheFolder, run })).toBe(file);
    expect(commands).toEqual([]);
  });

  it("unpacks Debian's once, and keeps nothing else", async () => {
    const { commands, run } = debian();
    const cacheFolder = folder();
    const needs = { env: {}, cacheFolder, run };
    const file = await providePromtool(needs);
    expect(file).toBe(join(cacheFolder, 'promtool', 'usr', 'bin', 'promtool'));
    expect(existsSync(file)).toBe(true);
    expect(await providePromtool(needs)).toBe(file);
    expect(commands).toEqual([
      'apt-get download -q prometheus',
      'dpkg -x prometheus_2_amd64.deb files',
    ]);
    expect(readdirSync(cacheFolder)).toEqual(['promtool']);
  });

  it('asks for the lists where they are empty', async () => {
    const { commands, run } = debian({ lists: false });
    await providePromtool({ env: {}, cacheFolder: folder(), run });
    expect(commands.slice(0, 3)).toEqual([
      'apt-get download -q prometheus',
      'apt-get update -q',
      'apt-get download -q prometheus',
    ]);
  });

  it('says what to do where there is none', async () => {
    const { run } = debian({ has: false });
    const cacheFolder = folder();
    const none = providePromtool({ env: {}, cacheFolder, run });
    await expect(none).rejects.toMatchObject({ code: 'ERR_TEST_PROMTOOL_MISSING', exitCode: 3 });
    await expect(none).rejects.toThrow(/Unable to locate.*apt-get install prometheus.*PROMTOOL/s);
    expect(readdirSync(cacheFolder)).toEqual([]);
    const wrong = providePromtool({ env: { PROMTOOL: '/no/such/file' }, cacheFolder, run });
    await expect(wrong).rejects.toThrow('PROMTOOL is /no/such/file');
  });
});

describe('a command that is run', () => {
  it('tells how it ended and what it said', async () => {
    const run = (script: string) => runToEnd(process.execPath, ['-e', script], tmpdir());
    expect(await run('console.log(1); console.error(2)')).toEqual({ ok: true, text: '1\n2\n' });
    expect((await run('process.exit(3)')).ok).toBe(false);
    expect((await runToEnd('/no/such/command', [], tmpdir())).ok).toBe(false);
  });
});
