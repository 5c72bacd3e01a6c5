import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import type { Incident } from '@tocsin/contracts';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const handler = storeIncidentRevised(() => 5_000);
let store: StoreDatabase;
let app: NestFastifyApplication;
let origin: string;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  app = await createApi({ db: store.db, logger: quiet, imports: [], controllers: [] });
  await app.listen(0, '127.0.0.1');
  origin = await app.getUrl();
});
afterAll(async () => {
  await app.close();
  await store.close();
});

interface Heard {
  readonly id: string;
  readonly event: string;
  readonly data: Partial<Incident>;
}

/** Listens until it has heard of this id and revision; the stream begins with a heartbeat. */
async function listen(query: string, last: string, lastEventId?: string, begun = () => {}) {
  const abort = new AbortController();
  const response = await fetch(`${origin}/v1/incidents/stream${query}`, {
    signal: abort.signal,
    headers: lastEventId === undefined ? {} : { 'last-event-id': lastEventId },
  });
  const heard: Heard[] = [];
  let rest = '';
  for await (const chunk of response.body!.pipeThrough(new TextDecoderStream())) {
    const parts = (rest + chunk).split('\n\n');
    rest = parts.pop() as string;
    for (const part of parts) {
      const [, id, event, data] = /^id: (.*)\nevent: (.*)\ndata: (.*)$/.exec(part) ?? [];
      if (id === undefined) continue;
      if (event === 'heartbeat') begun();
      else heard.push({ id, event: event as string, data: JSON.parse(data as string) });
    }
    if (told(heard).includes(last)) break;
  }
  abort.abort();
  return heard;
}

const told = (heard: readonly Heard[]) =>
  heard.map(({ data }) => `${data.incidentId}/${data.revision}`);

describe('the live stream', () => {
  it('tells what changes from its beginning on, by the same filters as lists', async () => {
    await store.apply(handler, revised({ incidentId: 'before' }));
    const where = { ...revised().incident.where, countryIso3: 'FRA' };
    let begin = () => {};
    const begun = new Promise<void>((resolve) => (begin = resolve));
    const listening = listen('?country=KAZ', 'kaz/2', undefined, begin);
    await begun;
    await store.apply(
      handler,
      revised({ incidentId: 'kaz' }),
      revised({ incidentId: 'fra', where }),
    );
    await store.apply(handler, revised({ incidentId: 'kaz', revision: 2, lifecycle: 'retracted' }));
    const heard = await listening;
    // The first revision may have been overtaken before it was told; the newest one always is.
    expect(told(heard).at(-1)).toBe('kaz/2');
    expect(new Set(heard.map(({ event }) => event))).toEqual(new Set(['incident']));
    // What came before is told too where a transaction of another spec was open when the stream began.
    const incidents = new Set(heard.map(({ data }) => data.incidentId));
    expect([...incidents].filter((id) => id !== 'before')).toEqual(['kaz']);
  }, 30_000);

  it('resumes behind the last event that a client has', async () => {
    const all = await listen('', 'kaz/2', '1-1');
    expect(told(all)).toEqual(['before/1', 'fra/1', 'kaz/2']);
    expect(told(await listen('', 'kaz/2', all[0]?.id))).toEqual(['fra/1', 'kaz/2']);
    expect(told(await listen(`?lastEventId=${all[1]?.id}`, 'kaz/2'))).toEqual(['kaz/2']);
  }, 30_000);

  it.each(['?colour=red', '?lastEventId=x'])('refuses %s', async (query) => {
    const response = await fetch(`${origin}/v1/incidents/stream${query}`);
    const body = (await response.json()) as { code: string };
    expect([response.status, body.code]).toEqual([400, 'ERR_API_QUERY']);
  });

  it('ends when the service stops', async () => {
    const other = await createApi({ db: store.db, logger: quiet, imports: [], controllers: [] });
    await other.listen(0, '127.0.0.1');
    const response = await fetch(`${await other.getUrl()}/v1/incidents/stream`);
    const reading = response.text();
    await other.close();
    expect(await reading).toContain('event: heartbeat');
  }, 30_000);
});
