import { mkdirSync, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { PACKAGE, providePython, type Run } from './provide-python.js';

let cacheFolder: string;
beforeEach(() => {
  cacheFolder = mkdtempSync(join(tmpdir(), 'tocsin-python-'));
});
afterEach(() => rmSync(cacheFolder, { recursive: true }));

/** A machine that has these: `module`, `python`, `pip`, `debian`. */
function machine(...has: string[]) {
  const asked: string[] = [];
  const run: Run = async (command, args) => {
    const line = [command, ...args].join(' ');
    asked.push(line);
    if (command === 'apt-get') {
      if (!has.includes('debian')) return undefined;
      if (args[0] === 'install') has.push('module');
      return '';
    }
    if (line.includes('import confluent_kafka')) return has.includes('module') ? '' : undefined;
    if (line.includes('version_info')) return has.includes('python') ? '3.11\n' : undefined;
    if (!has.includes('pip')) return undefined;
    mkdirSync(args[args.indexOf('--target') + 1] as string, { recursive: true });
    return '';
  };
  return { asked, run };
}
const provide = ({ run }: { run: Run }, isRoot = true) =>
  providePython({ cacheFolder, isRoot, run });

describe('Python for the example', () => {
  it('is the one that has the package', async () => {
    const has = machine('module');
    expect(await provide(has)).toEqual({ command: 'python3', path: '' });
    expect(has.asked).toHaveLength(1);
  });

  it('gets the package once, into the cache', async () => {
    const path = join(cacheFolder, 'python', `${PACKAGE}-3.11`);
    expect(await provide(machine('python', 'pip'))).toEqual({ command: 'python3', path });
    const again = machine('python', 'pip');
    expect(await provide(again)).toEqual({ command: 'python3', path });
    expect(again.asked.join()).not.toContain('pip');
    expect(readdirSync(join(cacheFolder, 'python'))).toEqual([`${PACKAGE}-3.11`]);
  });

  it("is Debian's where there is no pip", async () =>
    expect(await provide(machine('python', 'debian'))).toEqual({ command: 'python3', path: '' }));

  it.each([
    [[], true],
    [['python'], true],
    [['debian'], false],
  ])('is missing on a machine with %j, root: %s', async (has, isRoot) =>
    expect(provide(machine(...has), isRoot)).rejects.toMatchObject({
      code: 'ERR_TEST_PYTHON_MISSING',
    }),
  );
});
