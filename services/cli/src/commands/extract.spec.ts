import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { jsonl, runCli } from '../testing/run-cli.js';

const LAGOS = { text: 'Two men were shot dead in Lagos on Sunday, police said.' };

describe('tocsin extract', () => {
  it('answers every line with its article, incidents and toponyms', async () => {
    const stdin = jsonl({ id: '1', ...LAGOS, publishedAt: '2024-05-06' }, { id: '2', ...LAGOS });
    const { json, exitCode, stderr } = await runCli(['extract'], { stdin });
    expect(exitCode).toBe(0);
    expect(json.map(({ id }) => id)).toEqual(['1', '2']);
    expect(json[0]).toMatchObject({
      article: { articleId: '1', paragraphs: [LAGOS.text] },
      incidents: [{ kind: 'incident', realis: 'actual', when: { start: '2024-05-05' } }],
      toponyms: [{ words: 'Lagos', kind: 'locative' }],
    });
    expect(stderr).toBe('2 documents, 0 errors\n');
  });

  it('answers a bad line with an error and goes on', async () => {
    const stdin = `nonsense\n${jsonl({ id: 'empty', text: ' ' }, { id: 'good', ...LAGOS })}`;
    const { json, exitCode, stderr } = await runCli(['extract', '--json'], { stdin });
    expect(json).toEqual([
      expect.objectContaining({ id: null, line: 1 }),
      { id: 'empty', line: 2, error: expect.objectContaining({ code: 'ERR_ARTICLE_EMPTY' }) },
      expect.objectContaining({ id: 'good', incidents: expect.any(Array) }),
    ]);
    expect(exitCode).toBe(0);
    expect(stderr).toContain('3 documents, 2 errors');
  });

  it('refuses hostile markup as one error line', async () => {
    const html = `<html><body>${'<div>'.repeat(20_000)}</body></html>`;
    const { json } = await runCli(['extract'], { stdin: jsonl({ id: 'deep', html }) });
    expect(json).toEqual([
      { id: 'deep', line: 1, error: { code: 'ERR_ARTICLE_TOO_DEEP', message: expect.any(String) } },
    ]);
  });

  it('reads a file, and pages beside it', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'tocsin-cli-'));
    await writeFile(join(folder, 'p.html'), `<html><body><p>${LAGOS.text}</p></body></html>`);
    const lines = jsonl({ id: 'page', htmlPath: 'p.html' }, { id: 'none', htmlPath: 'none.html' });
    await writeFile(join(folder, 'in.jsonl'), lines);
    const { json } = await runCli(['extract', join(folder, 'in.jsonl')]);
    expect(json[0]).toMatchObject({ id: 'page', incidents: [{ where: { place: 'Lagos' } }] });
    expect(json[1]).toMatchObject({ id: 'none', error: { code: 'ERR_CLI_FILE' } });
  });

  it('says nothing on stdout when there is nothing to read', async () => {
    expect(await runCli(['extract'])).toMatchObject({ exitCode: 0, stdout: '' });
  });

  it('fails when the input is missing', async () => {
    const { exitCode, stderr, stdout } = await runCli(['extract', '/nowhere.jsonl']);
    expect(exitCode).toBe(1);
    expect(stderr).toMatch(/^tocsin: ERR_CLI_FILE: /);
    expect(stdout).toBe('');
  });
});
