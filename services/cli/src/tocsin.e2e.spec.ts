import { spawn } from 'node:child_process';
import { copyFile, mkdir, mkdtemp, readFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { fileURLToPath } from 'node:url';
import { describe, expect, it } from '@jest/globals';
import { articleText, type Article, type Mention } from '@tocsin/contracts';
import { jsonl, linesOf } from './testing/run-cli.js';

const BIN = fileURLToPath(new URL('../bin/tocsin.mjs', import.meta.url));
const SEED = fileURLToPath(new URL('../fixtures/kazakhstan-2022-01-06.txt', import.meta.url));

/** The built command, as a shell runs it. */
async function tocsin(args: readonly string[], stdin = '', bin = BIN) {
  const child = spawn(process.execPath, [bin, ...args]);
  child.stdin.end(stdin);
  const ended = new Promise<number | null>((resolve) => child.on('close', resolve));
  const [stdout, stderr] = await Promise.all([text(child.stdout), text(child.stderr)]);
  return { exitCode: await ended, stdout, stderr };
}

describe('the built command', () => {
  it('reads the seed article as the incident model works it out', async () => {
    const line = { id: 'seed', text: await readFile(SEED, 'utf8'), publishedAt: '2022-01-06' };
    const { exitCode, stdout } = await tocsin(['extract'], jsonl(line));
    expect(exitCode).toBe(0);
    const [answer] = linesOf(stdout) as { article: Article; incidents: Mention[] }[];
    const { article, incidents } = answer as { article: Article; incidents: Mention[] };
    expect(article.title).toBe('Law enforcement office beheaded in kazakh protests');
    const singles = incidents.filter(({ kind }) => kind === 'incident');
    expect(singles.map(({ where }) => where.countryIso3)).toEqual(singles.map(() => 'KAZ'));
    expect(
      singles.map(({ what, casualties }) => [what.acledSubEventType, casualties.killed?.best]),
    ).toEqual(
      expect.arrayContaining([
        ['Violent demonstration', 2],
        ['Armed clash', 100],
      ]),
    );
    const totals = incidents.filter(({ kind }) => kind === 'aggregate');
    expect(totals.map(({ casualties }) => casualties.injured?.best)).toContain(353);
    expect(totals.map(({ casualties }) => casualties.killed?.best)).toContain(13);
    const whole = articleText(article);
    for (const { start, end, quote } of incidents.flatMap(({ claims }) => claims))
      expect(whole.slice(start, end)).toBe(quote);
  });

  it('answers line by line, while the input is still open', async () => {
    const child = spawn(process.execPath, [BIN, 'extract']);
    child.stdin.write(jsonl({ id: 'first', text: 'Two men were shot dead in Lagos on Sunday.' }));
    const first = await new Promise<string>((resolve) =>
      child.stdout.once('data', (chunk: Buffer) => resolve(chunk.toString())),
    );
    expect(first).toContain('"id":"first"');
    const ended = new Promise((resolve) => child.on('close', resolve));
    child.stdin.end();
    expect(await ended).toBe(0);
  });

  it('ends quietly when its reader stops reading', async () => {
    const child = spawn(process.execPath, [BIN, 'extract']);
    child.stdin.on('error', () => undefined);
    const ended = new Promise((resolve) => child.on('close', resolve));
    const complaint = text(child.stderr);
    child.stdout.once('data', () => child.stdout.destroy());
    const line = jsonl({ id: 'x', text: 'Two men were shot dead in Lagos on Sunday.' });
    child.stdin.end(line.repeat(2_000));
    await ended;
    expect(await complaint).not.toContain('EPIPE');
  });

  it('ends with the exit codes that its help promises', async () => {
    expect(await tocsin(['--help'])).toMatchObject({ exitCode: 0, stderr: '' });
    expect(await tocsin(['nonsense'])).toMatchObject({ exitCode: 2, stdout: '' });
    expect(await tocsin(['feed', '/nowhere.xml'])).toMatchObject({ exitCode: 1, stdout: '' });
    expect(await tocsin(['fetch', 'http://[::1]/'])).toMatchObject({ exitCode: 3, stderr: '' });
  });

  it('says what to run when it is not built', async () => {
    const folder = join(await mkdtemp(join(tmpdir(), 'tocsin-cli-')), 'bin');
    await mkdir(folder);
    await copyFile(BIN, join(folder, 'tocsin.mjs'));
    expect(await tocsin(['status'], '', join(folder, 'tocsin.mjs'))).toEqual({
      exitCode: 1,
      stdout: '',
      stderr: 'tocsin: ERR_CLI_NOT_BUILT: The command line is not built; run npm run build.\n',
    });
  });
});
