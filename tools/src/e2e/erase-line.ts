import { createHash, randomBytes } from 'node:crypto';
import { globSync } from 'node:fs';
import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { afterAll, beforeAll, describe, expect, it } from '@jest/globals';
import type { ArticleView, Incident, Operation } from '@tocsin/contracts';
import { normaliseUrl, urlId } from '@tocsin/feeds';
import pg from 'pg';
import { getJson } from '../start/http-json.js';
import { ROOT } from '../stack/folders.js';
import type { OwnLine } from './own-line.js';
import { tocsinCommand } from './start-command.js';
import { topicValues } from './topic-values.js';

const LIMIT_MS = 60_000;
/** A name that nothing else holds: wherever it stands, the article is not erased. */
const NAME = 'Zarlykhan';
/** So much that no compression brings it into a record: the body goes to the blob store. */
const BULK_BYTES = 400 * 1024;

const page = (bulkBytes: number): string => `<!doctype html><html lang="en"><head>
<title>Gunmen kill nine at a market in Lashkar Gah</title>
<meta property="article:published_time" content="2023-03-15T09:00:00Z">
<script>window.bulk = "${randomBytes(bulkBytes).toString('hex')}";</script></head><body><article>
<h1>Gunmen kill nine at a market in Lashkar Gah</h1>
<p>Gunmen killed nine people and wounded 14 others at a market in Lashkar Gah, Afghanistan, on 14 March 2023, police
spokesman ${NAME} Ormonov said.</p>
<p>${NAME} Ormonov told reporters that the attackers had opened fire on traders and fled on motorcycles. Hospitals in
Lashkar Gah treated the wounded, and shops stayed closed on Wednesday.</p>
<p>No group has said that it was behind the attack, and the police have arrested nobody so far.</p></article></body></html>`;

/** The tables of all services in which the name stands, in text, JSON, search words or bytes. */
async function tablesThatTell(database: pg.Client): Promise<string[]> {
  const { rows } = await database.query<{ name: string }>(
    `SELECT format('%I.%I', table_schema, table_name) AS name FROM information_schema.tables
     WHERE table_schema IN ('fetcher', 'deduplicator', 'store') AND table_type = 'BASE TABLE' ORDER BY 1`,
  );
  const telling: string[] = [];
  for (const { name } of rows) {
    const found = await database.query(
      `SELECT FROM ${name} AS row WHERE to_jsonb(row)::text ILIKE ANY ($1) LIMIT 1`,
      [[`%${NAME}%`, `%${Buffer.from(NAME).toString('hex')}%`]],
    );
    if (found.rowCount !== 0) telling.push(name);
  }
  return telling;
}

/** What becomes of an article in the whole running line. Part of the spec of a line. */
export function describeErasure(running: () => OwnLine): void {
  describe('an article that is erased', () => {
    let line: OwnLine;
    let database: pg.Client;
    let articleId: string;
    let incident: Incident;
    let operation: Operation;
    let before: readonly string[];
    let blobsBefore: number;
    const html = page(BULK_BYTES);

    const urls = () =>
      Object.fromEntries(
        ['FETCHER', 'EXTRACTOR', 'DEDUPLICATOR', 'STORE'].map((service) => [
          `TOCSIN_${service}_URL`,
          `http://127.0.0.1:${line.env[`TOCSIN_${service}_PORT`]}`,
        ]),
      );
    const blobs = () => {
      const hash = createHash('sha256').update(html).digest('hex');
      return globSync(join(ROOT, '.tocsin', 'blobs', '**', `${hash}*`)).length;
    };
    const told = async () => {
      const path = `/v1/incidents?text=${NAME}&lifecycle=any`;
      return (await getJson<{ items: Incident[] }>(line.api.storeUrl + path)).items;
    };
    const push = (body: string) =>
      fetch(`${urls()['TOCSIN_FETCHER_URL']}/v1/documents`, {
        method: 'POST',
        headers: { 'content-type': 'application/json' },
        body: JSON.stringify({ url: `${line.site.origin}/news/to-be-erased`, html: body }),
      });
    const view = () => getJson<ArticleView>(`${line.api.storeUrl}/v1/articles/${articleId}`);

    beforeAll(async () => {
      line = running();
      database = new pg.Client({ connectionString: line.stack.databaseUrl });
      await database.connect();
      articleId = urlId(normaliseUrl(`${line.site.origin}/news/to-be-erased`) as string);
      expect((await push(html)).status).toBeLessThan(300);
      const signal = AbortSignal.timeout(LIMIT_MS);
      for (let found = await told(); ; found = await told()) {
        if (found.length > 0 && (await view()).ends.some(({ end }) => end === 'stored')) {
          incident = found[0] as Incident;
          break;
        }
        await sleep(200, undefined, { signal });
      }
      before = await tablesThatTell(database);
      blobsBefore = blobs();
      const args = ['erase', 'article', articleId, '--reason', 'asked to', '--yes', '--json'];
      const ran = await tocsinCommand(args, { ...line.env, ...urls() } as NodeJS.ProcessEnv);
      expect(ran).toMatchObject({ code: 0 });
      ({ operation } = JSON.parse(ran.stdout) as { operation: Operation });
    }, 120_000);
    afterAll(() => database?.end());

    it('was told by every service that keeps anything of it', () => {
      expect(new Set(before.map((name) => name.split('.')[0]))).toEqual(
        new Set(['deduplicator', 'store']),
      );
      expect(before).toEqual(expect.arrayContaining(['store.article', 'store.incident_revision']));
      expect(blobsBefore).toBe(1);
    });

    it('stands in no table of any service, and in no blob', async () => {
      expect(operation).toMatchObject({
        state: 'done',
        reason: 'asked to',
        counts: { articles: 1 },
      });
      expect(await tablesThatTell(database)).toEqual([]);
      expect(blobs()).toBe(0);
      expect(await view()).toMatchObject({ textKept: 'none', title: null, paragraphs: [] });
    });

    it('leaves its incident without a word of it, for the API and for subscribers alike', async () => {
      const now = await getJson<Incident>(
        `${line.api.storeUrl}/v1/incidents/${incident.incidentId}`,
      );
      expect(now.revision).toBeGreaterThan(incident.revision);
      expect(now).toMatchObject({ lifecycle: 'retracted' });
      const published = await topicValues(line.broker, 'incident-updated');
      const newest = published.findLast(({ key }) => key === incident.incidentId);
      expect(newest?.value).toEqual(now);
      expect(JSON.stringify([now, newest])).not.toContain(NAME);
    });

    it('never comes back, also when it is given again', async () => {
      expect((await push(page(16))).status).toBeLessThan(300);
      const signal = AbortSignal.timeout(LIMIT_MS);
      const refused = ({ ends }: ArticleView) =>
        ends.some(({ code }) => code === 'ERR_DEDUPLICATOR_ERASED');
      while (!refused(await view())) await sleep(200, undefined, { signal });
      expect(await told()).toEqual([]);
      expect(await tablesThatTell(database)).toEqual([]);
    }, 90_000);
  });
}
