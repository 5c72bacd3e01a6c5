import { describe, expect, it } from '@jest/globals';
import { jsonl, runCli } from '../testing/run-cli.js';

const LAGOS = {
  title: 'Two shot dead in Lagos',
  text: 'Two men were shot dead in Lagos, Nigeria on Sunday, police said.',
  publishedAt: '2024-05-06',
};
const RETOLD = {
  title: 'Lagos shooting',
  text: 'Gunmen killed two people in Lagos, Nigeria on Sunday. Nobody has been arrested.',
  publishedAt: '2024-05-06',
};

describe('tocsin cluster', () => {
  it('says for each article of which text it is a copy and which incidents and story it tells of', async () => {
    const stdin = jsonl({ id: 'a', ...LAGOS }, { id: 'b', ...RETOLD });
    const { json, exitCode, stderr } = await runCli(['cluster'], { stdin });
    expect(exitCode).toBe(0);
    expect(json).toEqual([
      {
        id: 'a',
        syndicationId: 'a',
        incidentIds: [expect.stringMatching(/^[0-9a-f]{32}$/)],
        storyId: 'a',
      },
      { id: 'b', syndicationId: 'b', incidentIds: json[0]?.['incidentIds'], storyId: 'a' },
    ]);
    expect(stderr).toBe('2 articles, 0 errors\n');
  });

  it('keeps what is a year apart apart', async () => {
    const later = { ...RETOLD, publishedAt: '2025-05-05' };
    const stdin = jsonl({ id: 'a', ...LAGOS }, { id: 'b', ...later });
    const { json } = await runCli(['cluster'], { stdin });
    expect(json[0]?.['incidentIds']).not.toEqual(json[1]?.['incidentIds']);
  });

  it('answers bad lines and repeated ids with errors and groups the rest', async () => {
    const stdin = `nonsense\n${jsonl({ id: 'a', ...LAGOS }, { id: 'a', ...RETOLD }, { id: 'c', text: '' })}`;
    const { json, stderr, exitCode } = await runCli(['cluster', '--json'], { stdin });
    expect(json.slice(0, 3)).toMatchObject([
      { id: null, line: 1, error: { code: 'ERR_CLI_LINE_JSON' } },
      { id: 'a', line: 3, error: { code: 'ERR_CLI_LINE_ID' } },
      { id: 'c', line: 4, error: { code: 'ERR_ARTICLE_EMPTY' } },
    ]);
    expect(json[3]).toMatchObject({ id: 'a', syndicationId: 'a' });
    expect([exitCode, stderr]).toEqual([0, '1 articles, 3 errors\n']);
  });

  it('refuses a bad window', async () => {
    const env = { TOCSIN_DEDUP_WINDOW_DAYS: 'many' };
    const { exitCode, stderr } = await runCli(['cluster'], { env });
    expect(exitCode).toBe(2);
    expect(stderr).toContain('TOCSIN_DEDUP_WINDOW_DAYS');
  });
});
