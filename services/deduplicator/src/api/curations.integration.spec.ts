import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { afterAll, beforeAll, beforeEach, describe, expect, it } from '@jest/globals';
import { decode, type IncidentCurated } from '@tocsin/contracts';
import { contractCodec } from '@tocsin/messaging';
import { persistenceMigrations, unpack } from '@tocsin/persistence';
import { API_ACCESS } from '@tocsin/telemetry';
import { openTestDatabase, type TestDatabase } from '@tocsin/testing';
import { curateIncidents } from '../handlers/curate-incidents.handler.js';
import { createDeduplicateArticlesHandler } from '../handlers/deduplicate-articles.handler.js';
import { indexMigrations } from '../index/migrations.js';
import { commandOf } from '../testing/curation.js';
import { mentionOf, messageOf, storyOf, townAt } from '../testing/messages.js';
import { Curations } from './curations.js';
import { CurationsController } from './curations.controller.js';

const KEY = 'k'.repeat(20);
const deduplicate = createDeduplicateArticlesHandler({ windowDays: 30 });
let test: TestDatabase;
let app: NestFastifyApplication;

@Module({})
class ApiModule {}

beforeAll(async () => {
  const migrations = [...persistenceMigrations, ...indexMigrations];
  test = await openTestDatabase(process.env['DATABASE_URL'], migrations);
  const now = () => Date.UTC(2022, 0, 9);
  const module = {
    module: ApiModule,
    controllers: [CurationsController],
    providers: [
      { provide: Curations, useValue: new Curations(test.database, contractCodec, now) },
      { provide: API_ACCESS, useValue: { apiKey: KEY, host: '127.0.0.1' } },
    ],
  };
  app = await NestFactory.create<NestFastifyApplication>(module, new FastifyAdapter(), {
    logger: false,
  });
  await app.init();
});
afterAll(async () => {
  await app.close();
  await test.close();
});

const aktau = mentionOf('m', { where: townAt('Aktau', 43.65, 51.15) });
const article = (id: string, mention = mentionOf('m')) =>
  test.transact((context) =>
    deduplicate([messageOf(id, { text: storyOf(id), mentions: [mention] })], context),
  );
const idOf = async (article: string) => {
  const [row] = await test.db.query<{ incident_id: string }>(
    'SELECT incident_id FROM mention WHERE article_id = $1',
    [article],
  );
  return row?.incident_id ?? '';
};
let [almatyId, aktauId] = ['', ''];
beforeEach(async () => {
  await test.db.query(
    'TRUNCATE article, mention_cell, mention_link, incident, curation, crowd, outbox CASCADE',
  );
  await article('one');
  await article('two');
  await article('far', aktau);
  [almatyId, aktauId] = [await idOf('one'), await idOf('far')];
});

async function call(method: 'GET' | 'POST', url: string, payload?: object, key = KEY) {
  const headers = { authorization: `Bearer ${key}` };
  const answer = await app.inject({ method, url, headers, ...(payload ? { payload } : {}) });
  return { status: answer.statusCode, body: answer.json() };
}
const WHO = { reason: 'one night, one clash', by: 'ana' };
const merge = () => ({
  action: 'merge',
  incidentId: almatyId,
  otherIncidentIds: [aktauId],
  commandId: 'command-1',
  ...WHO,
});

/** What the outbox holds, as the deduplicator reads it back from the topic. */
async function takeEffect(): Promise<void> {
  const rows = await test.db.query<{ packed: Buffer }>('SELECT packed FROM outbox ORDER BY id');
  for (const { packed } of rows) {
    const command = decode('incident-curated', '2', unpack(packed)) as IncidentCurated;
    await test.transact((context) => curateIncidents([commandOf(command)], context));
  }
}

describe('a preview', () => {
  it('tells what the command would do and leaves no trace', async () => {
    const { status, body } = await call('POST', '/v1/curations/preview', merge());
    expect(status).toBe(200);
    expect(body.changes).toMatchObject([
      { incidentId: almatyId, change: 'merged', articleCount: 3, lifecycle: 'active' },
      { incidentId: aktauId, change: 'merged', lifecycle: 'merged', mergedInto: almatyId },
    ]);
    expect(await idOf('far')).toBe(aktauId);
    expect(await test.db.query('SELECT 1 FROM curation UNION ALL SELECT 1 FROM outbox')).toEqual(
      [],
    );
  });
});

describe('a command', () => {
  it('goes out as a record, takes effect, and says who gave it', async () => {
    expect(await call('POST', '/v1/curations', merge())).toMatchObject({
      status: 202,
      body: { command: { commandId: 'command-1', by: 'ana', at: '2022-01-09T00:00:00.000Z' } },
    });
    expect((await call('GET', '/v1/curations/command-1')).body.code).toBe(
      'ERR_CURATION_UNKNOWN_COMMAND',
    );
    await takeEffect();
    expect((await call('GET', '/v1/curations/command-1')).body).toMatchObject(WHO);
    const { body } = await call('GET', `/v1/curations/incidents/${aktauId}`);
    expect((await call('GET', `/v1/incidents/${aktauId}`)).body).toEqual(body);
    expect(body).toMatchObject({
      forwardedFrom: aktauId,
      incident: { incidentId: almatyId, articleCount: 3 },
      curations: [{ action: 'merge', ...WHO }],
    });
    expect(body.mentions.map((m: { articleId: string }) => m.articleId).sort()).toEqual([
      'far',
      'one',
      'two',
    ]);
  });

  it('that is called for again is the same one', async () => {
    await call('POST', '/v1/curations', merge());
    await takeEffect();
    expect(await call('POST', '/v1/curations', merge())).toMatchObject({ status: 202 });
    expect(await test.db.query('SELECT 1 FROM outbox')).toHaveLength(1);
  });

  it('splits off mentions and takes incidents back', async () => {
    const split = { action: 'split', incidentId: almatyId, mentionIds: ['two-1-m'], ...WHO };
    await call('POST', '/v1/curations', split);
    await takeEffect();
    expect(await idOf('two')).not.toBe(almatyId);
    await test.db.query('TRUNCATE outbox');
    await call('POST', '/v1/curations', { action: 'retract', incidentId: aktauId, ...WHO });
    await takeEffect();
    expect((await call('GET', `/v1/incidents/${aktauId}`)).body.incident).toMatchObject({
      lifecycle: 'retracted',
      retraction: { reason: WHO.reason },
    });
  });
});

describe('a command is refused', () => {
  const refused = async (changes: object, key?: string) => {
    const { status, body } = await call('POST', '/v1/curations', { ...merge(), ...changes }, key);
    return [status, body.code];
  };

  it('without the key', async () => {
    expect(await refused({}, 'wrong')).toEqual([401, 'ERR_API_KEY']);
  });

  it('without a reason, or with what nobody knows', async () => {
    expect(await refused({ reason: ' ' })).toEqual([400, 'ERR_API_REQUEST']);
    expect(await refused({ force: true })).toEqual([400, 'ERR_API_REQUEST']);
  });

  it('when it makes no sense', async () => {
    const split = { action: 'split', otherIncidentIds: [] };
    const cases: [object, string][] = [
      [{ otherIncidentIds: [almatyId] }, 'ERR_CURATION_ONE_INCIDENT'],
      [{ otherIncidentIds: [] }, 'ERR_CURATION_ONE_INCIDENT'],
      [{ mentionIds: ['one-1-m'] }, 'ERR_CURATION_SUPERFLUOUS'],
      [split, 'ERR_CURATION_NO_MENTIONS'],
      [{ ...split, mentionIds: ['far-1-m'] }, 'ERR_CURATION_UNKNOWN_MENTION'],
      [{ ...split, mentionIds: ['one-1-m', 'two-1-m'] }, 'ERR_CURATION_SPLIT_ALL'],
    ];
    for (const [changes, code] of cases) expect(await refused(changes)).toEqual([422, code]);
    expect(await refused({ incidentId: 'nowhere' })).toEqual([
      404,
      'ERR_CURATION_UNKNOWN_INCIDENT',
    ]);
  });

  it('when it would change nothing', async () => {
    const retract = { action: 'retract', incidentId: aktauId, ...WHO };
    await call('POST', '/v1/curations', retract);
    await takeEffect();
    const again = await call('POST', '/v1/curations', retract);
    expect([again.status, again.body.code]).toEqual([409, 'ERR_CURATION_NO_EFFECT']);
  });

  it('when no article tells of its incident any longer', async () => {
    await test.transact((context) =>
      deduplicate([messageOf('far', { text: storyOf('now'), version: 2 })], context),
    );
    expect(await refused({})).toEqual([422, 'ERR_CURATION_UNTOLD']);
  });
});
