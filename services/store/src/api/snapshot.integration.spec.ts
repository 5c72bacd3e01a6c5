import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { storeIncidentRevised } from '../handlers/store-incident-revised.handler.js';
import { revised } from '../testing/records.js';
import { openStoreDatabase, type StoreDatabase } from '../testing/store-database.js';
import { createApi } from './create-api.js';

const quiet = { log: () => {}, error: () => {}, warn: () => {} };
const handler = storeIncidentRevised(() => 5_000);
const ids = Array.from({ length: 450 }, (_, n) => `s${String(n).padStart(3, '0')}`);
let store: StoreDatabase;
let app: NestFastifyApplication;

beforeAll(async () => {
  store = await openStoreDatabase(process.env['DATABASE_URL']);
  app = await createApi({ db: store.db, logger: quiet, imports: [], controllers: [] });
  await app.listen(0, '127.0.0.1');
  await store.apply(handler, ...ids.map((incidentId) => revised({ incidentId })));
  await store.apply(handler, revised({ incidentId: 's007', revision: 2, lifecycle: 'retracted' }));
});
afterAll(async () => {
  await app.close();
  await store.close();
});

interface Line {
  readonly kind: string;
  readonly position: string;
  readonly incidents: number;
  readonly incident: { readonly incidentId: string };
}

describe('a snapshot', () => {
  it('holds every active incident once, and says from where to go on', async () => {
    const answer = await fetch(`${await app.getUrl()}/v1/snapshot`);
    expect(answer.headers.get('content-type')).toBe('application/x-ndjson; charset=utf-8');
    const lines = (await answer.text()).trimEnd().split('\n');
    const [first, ...rest] = lines.map((line) => JSON.parse(line) as Line);
    expect(first).toMatchObject({ kind: 'snapshot', position: expect.stringMatching(/^\d+-0$/) });
    expect(rest.pop()).toEqual({ kind: 'end', incidents: 449 });
    const expected = ids.filter((id) => id !== 's007');
    expect(rest.map(({ incident }) => incident.incidentId)).toEqual(expected);
  }, 30_000);

  it('and the stream from its place on miss nothing', async () => {
    const response = await fetch(`${await app.getUrl()}/v1/snapshot`);
    const [first] = (await response.text()).split('\n');
    const { position } = JSON.parse(first as string) as Line;
    await store.apply(handler, revised({ incidentId: 'after' }));
    const stream = await fetch(`${await app.getUrl()}/v1/incidents/stream`, {
      headers: { 'last-event-id': position },
    });
    let text = '';
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes('"incidentId":"after"') || text.includes('"incidentId": "after"')) break;
    }
    expect(text).toContain('event: incident');
  }, 30_000);
});

describe('freshness', () => {
  it('is asked for, and told with each heartbeat', async () => {
    const answer = await fetch(`${await app.getUrl()}/v1/freshness`);
    expect(await answer.json()).toEqual({
      at: expect.any(String),
      heardAt: '1970-01-01T00:00:05.000Z',
    });
    const stream = await fetch(`${await app.getUrl()}/v1/incidents/stream`);
    let text = '';
    for await (const chunk of stream.body!.pipeThrough(new TextDecoderStream())) {
      text += chunk;
      if (text.includes('\n\nid')) break;
    }
    expect(text).toMatch(
      /event: heartbeat\ndata: \{"at":"[^"]+","heardAt":"1970-01-01T00:00:05.000Z"\}/,
    );
  }, 30_000);
});
