import type { CommandView, CuratedIncident, CurationChange } from '@tocsin/contracts';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { incidentOf } from '@tocsin/contracts/testing';
import { afterEach, describe, expect, it } from '@jest/globals';
import { confirm } from '../io/confirm.js';
import { closeServers, NOBODY, runCli, serve } from '../testing/run-cli.js';

afterEach(closeServers);

const change = (incidentId: string, more: Partial<CurationChange> = {}): CurationChange => ({
  incidentId,
  change: 'merged',
  revision: 2,
  lifecycle: 'active',
  mergedInto: null,
  summary: 'Gunmen killed two officers.',
  place: 'Almaty',
  start: '2022-01-05',
  end: '2022-01-05',
  killed: 2,
  articleCount: 3,
  linked: 1,
  unlinked: 0,
  ...more,
});
const CHANGES = [change('i1'), change('i2', { lifecycle: 'merged', mergedInto: 'i1' })];
const given: CommandView = {
  commandId: 'c-0000001',
  action: 'merge',
  incidentId: 'i1',
  otherIncidentIds: ['i2'],
  mentionIds: [],
  reason: 'one clash',
  by: 'ana',
  at: '2022-01-09T10:00:00.000Z',
};
const base = incidentOf();
const view: CuratedIncident = {
  incident: {
    ...base,
    incidentId: 'i1',
    revision: 2,
    evidence: 'corroborated',
    summary: 'Gunmen killed two officers.',
    where: { ...base.where, place: 'Almaty', countryIso3: 'KAZ' },
    when: { ...base.when, start: '2022-01-05', end: '2022-01-06' },
    casualties: {
      ...base.casualties,
      killed: { low: 2, best: 2, high: null, basis: 'stated', claims: [] },
    },
    articleCount: 2,
    independentSourceCount: 2,
    conflicts: [{ field: 'when', claims: [] }],
  },
  forwardedFrom: 'i2',
  mentions: ['a', 'b'].map((id) => ({
    mentionId: `${id}-1-m`,
    articleId: id,
    url: `https://news.example/${id}`,
    title: `Title ${id}`,
    publishedAt: '2022-01-06T12:00:00Z',
    summary: 'Gunmen killed two officers.',
  })),
  curations: [given],
};

/** The deduplicator's API, which takes effect when it is asked for the second time. */
async function deduplicator() {
  const calls: { path: string; body: Record<string, unknown>; key: string | undefined }[] = [];
  let looks = 0;
  const { url } = await serve((request, response) => {
    void (async () => {
      const sent = await text(request);
      const path = `${request.method} ${request.url}`;
      const body = sent === '' ? {} : (JSON.parse(sent) as Record<string, unknown>);
      calls.push({ path, body, key: request.headers.authorization });
      const refusal = (code: string) => ({ code, message: 'No.' });
      const [status, answer] = path.startsWith('GET /v1/incidents/i')
        ? [200, view]
        : path.startsWith('GET /v1/curations/')
          ? (looks += 1) > 1
            ? [200, given]
            : [404, refusal('ERR_CURATION_UNKNOWN_COMMAND')]
          : body['incidentId'] === 'i9'
            ? [409, refusal('ERR_CURATION_NO_EFFECT')]
            : path === 'POST /v1/curations'
              ? [202, { command: given, changes: CHANGES }]
              : [200, { changes: CHANGES }];
      response.writeHead(status as number);
      response.end(JSON.stringify(answer));
    })();
  });
  return { calls, env: { TOCSIN_DEDUPLICATOR_URL: url, TOCSIN_API_KEY: 'k'.repeat(16) } };
}
const WHY = ['--reason', 'one clash', '--by', 'ana'];

describe('tocsin incident show', () => {
  it('tells what it is, who told of it and who curated it', async () => {
    const { env } = await deduplicator();
    const { stdout, exitCode } = await runCli(['incident', 'show', 'i2'], { env });
    expect(stdout).toMatch(/^id +i1 \(i2 forwards\)\nstate +active, revision 2, corroborated\n/);
    expect(stdout).toMatch(/when +2022-01-05 to 2022-01-06/);
    expect(stdout).toMatch(/a-1-m +2022-01-06 +Title a +https:\/\/news\.example\/a/);
    expect(stdout).toContain('2022-01-09T10:00:00.000Z  merge by ana: one clash');
    expect(exitCode).toBe(0);
    expect((await runCli(['incident', 'show', 'i1', '--json'], { env })).json).toEqual([view]);
  });
});

describe('tocsin incident merge', () => {
  const merge = ['incident', 'merge', 'i1', 'i2', ...WHY];

  it('shows what it does, gives the command and waits for its effect', async () => {
    const { env, calls } = await deduplicator();
    const { stdout, stderr, exitCode } = await runCli([...merge, '--yes'], { env });
    expect(stdout).toMatch(/^i1 +stays, gains 1 mentions, loses 0 +3 articles +2022-01-05 +Almaty/);
    expect(stdout).toMatch(/\ni2 +is merged into i1/);
    expect([stderr, exitCode]).toEqual(['Done, as c-0000001.\n', 0]);
    expect(calls.map(({ path }) => path)).toEqual([
      'POST /v1/curations/preview',
      'POST /v1/curations',
      'GET /v1/curations/c-0000001',
      'GET /v1/curations/c-0000001',
    ]);
    expect(calls[1]).toMatchObject({
      body: { action: 'merge', incidentId: 'i1', otherIncidentIds: ['i2'], by: 'ana' },
      key: `Bearer ${'k'.repeat(16)}`,
    });
    expect(calls[1]?.body['commandId']).toBe(calls[0]?.body['commandId']);
  });

  it('only shows with --dry-run, as JSON when asked', async () => {
    const { env, calls } = await deduplicator();
    const { json, exitCode } = await runCli([...merge, '--dry-run', '--json'], { env });
    expect(json).toEqual([{ command: null, changes: CHANGES, applied: false }]);
    expect(exitCode).toBe(0);
    expect(calls).toHaveLength(1);
  });

  it('does nothing where nobody can be asked', async () => {
    const { env, calls } = await deduplicator();
    const { stderr, exitCode } = await runCli(merge, { env });
    expect(stderr).toMatch(/^tocsin: ERR_CLI_USAGE: Nobody can be asked: give --yes/);
    expect([calls.length, exitCode]).toEqual([0, 2]);
  });

  it('needs a reason', async () => {
    const { stderr, exitCode } = await runCli(['incident', 'merge', 'i1', 'i2', '--yes']);
    expect(stderr).toContain("required option '--reason <text>' not specified");
    expect(exitCode).toBe(2);
  });
});

describe('tocsin incident split', () => {
  const split = (...mentions: string[]) => [
    ...['incident', 'split', 'i1', '--yes', '--json', ...WHY],
    ...mentions.flatMap((mention) => ['--mention', mention]),
  ];

  it('takes mentions by their id, their article or its URL', async () => {
    const { env, calls } = await deduplicator();
    await runCli(split('b', 'https://news.example/b', 'a-1-m'), { env });
    expect(calls[1]?.body).toMatchObject({ action: 'split', mentionIds: ['b-1-m', 'a-1-m'] });
  });

  it('says what it does not find', async () => {
    const { env } = await deduplicator();
    const { json, exitCode } = await runCli(split('z'), { env });
    expect(json).toMatchObject([{ error: { code: 'ERR_CURATION_UNKNOWN_MENTION' } }]);
    expect(exitCode).toBe(3);
  });
});

describe('tocsin incident retract', () => {
  it('passes on why the deduplicator refuses', async () => {
    const { env } = await deduplicator();
    const { stderr, json, exitCode } = await runCli(
      ['incident', 'retract', 'i9', '--yes', '--json', ...WHY],
      { env },
    );
    expect(stderr).toBe('tocsin: ERR_CURATION_NO_EFFECT: No.\n');
    expect(json).toEqual([{ error: { code: 'ERR_CURATION_NO_EFFECT', message: 'No.' } }]);
    expect(exitCode).toBe(3);
  });

  it('fails when the deduplicator is away', async () => {
    const env = { TOCSIN_DEDUPLICATOR_URL: NOBODY };
    const { stderr, exitCode } = await runCli(['incident', 'retract', 'i1', '--yes', ...WHY], {
      env,
    });
    expect(stderr).toContain('ERR_CLI_UNREACHABLE');
    expect(exitCode).toBe(1);
  });
});

it.each([
  ['y\n', true],
  ['Yes\n', true],
  ['\n', false],
  ['', false],
])('of the answers to "really?" %j means %s', async (answer, meant) => {
  const [stdin, stderr] = [new PassThrough(), new PassThrough()];
  const asked = confirm('Really?', { stdin, stderr });
  stdin.end(answer);
  expect(await asked).toBe(meant);
});
