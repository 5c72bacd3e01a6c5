import type { ErasurePreview, Operation } from '@tocsin/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import type { Queryable } from '@tocsin/persistence';
import type { ServicePlace } from '../api/pass-on.js';
import { ProblemError } from '../api/problem.js';
import { FACET } from '../facets/facets-of.js';
import { count, OneAtATime, type Job } from '../operating/one-at-a-time.js';
import type { Operations } from '../operating/operations.js';
import { articlesOfSource, eraseRevisions, eraseSource, eraseText } from './erase-text.js';
import type { Erased } from './erasure-request.js';
import { nameSites } from './apply-rights.js';
import { keyOfHost } from './host-key.js';

/** The services that keep something of articles beside this one. */
export interface OtherKeepers {
  readonly deduplicator: ServicePlace | null;
  readonly fetcher: ServicePlace | null;
}

const BATCH = 100;
const COUNTED = 10_000;
const SHOWN = 20;
const CALL_MS = 60_000;
const WAIT_MS = 120_000;
const POLL_MS = 100;

/** Erases articles and sources everywhere, one request at a time; doing one again goes on where it ended. */
export class Erasures {
  private readonly jobs: OneAtATime;

  constructor(
    private readonly db: Queryable,
    operations: Operations,
    private readonly others: OtherKeepers,
    private readonly now: () => number,
  ) {
    this.jobs = new OneAtATime(operations, {
      busy: { code: 'ERR_ERASURE_RUNNING', message: 'Another erasure is running; wait for it.' },
      sentenceOf: (error) =>
        error instanceof ProblemError ? error.message : 'The database did not answer.',
      advice: 'Ask for it again: it goes on from there.',
    });
  }

  async preview(erased: Erased): Promise<ErasurePreview> {
    const ids =
      'article' in erased
        ? [erased.article]
        : await articlesOfSource(this.db, keyOfHost(erased.source), COUNTED);
    const titles = await this.db.query<{ title: string }>(
      'SELECT title FROM article WHERE article_id = ANY($1) AND title IS NOT NULL LIMIT $2',
      [ids.slice(0, SHOWN), SHOWN],
    );
    const [row] = await this.db.query<{ n: number }>(
      'SELECT count(*)::int AS n FROM incident WHERE facets && $1::text[]',
      [ids.slice(0, 1_000).map((id) => FACET.article + id)],
    );
    return { articles: ids.length, incidents: row?.n ?? 0, titles: titles.map((t) => t.title) };
  }

  /**
   * Goes on after the answer, which is the operation to look at.
   * @throws ProblemError 409 while another one runs on this instance, 503 where a keeper is not known
   */
  async begin(erased: Erased, reason: string, by: string): Promise<Operation> {
    const { deduplicator, fetcher } = this.others;
    if (!deduplicator || !fetcher)
      throw new ProblemError(503, 'ERR_ERASURE_ALONE', 'This store knows of no other keepers.');
    return this.jobs.begin(
      { kind: 'erasure', by, reason, request: erased },
      { articles: 0, incidents: 0, revisions: 0 },
      (job) => this.run(erased, job, deduplicator, fetcher),
    );
  }

  stop(): Promise<void> {
    return this.jobs.stop();
  }

  private async run(
    erased: Erased,
    job: Job,
    deduplicator: ServicePlace,
    fetcher: ServicePlace,
  ): Promise<void> {
    const { signal, heard } = job;
    if ('source' in erased) {
      // Refused everywhere first: what is on its way must not come in behind what is taken out.
      await eraseSource(this.db, keyOfHost(erased.source), this.now());
      await call(deduplicator, { articleIds: [], ...erased }, signal);
      await nameSites(this.db, () => signal.aborted);
    }
    for await (const articleIds of this.batches(erased, signal)) {
      const request = { articleIds };
      await call(fetcher, request, signal);
      const { incidents } = await call(deduplicator, request, signal);
      // Only now, when nobody else can tell it again: what is erased first is not found a second time.
      await eraseText(this.db, articleIds, this.now());
      await this.untilTold(incidents, job);
      count(job, 'articles', articleIds.length);
      count(job, 'incidents', incidents.length);
      count(job, 'revisions', await eraseRevisions(this.db, articleIds, heard));
      await heard();
    }
  }

  private async *batches(erased: Erased, signal: AbortSignal): AsyncGenerator<string[]> {
    if ('article' in erased) return yield [erased.article];
    for (;;) {
      const ids = await articlesOfSource(this.db, keyOfHost(erased.source), BATCH);
      signal.throwIfAborted();
      if (ids.length === 0) return;
      yield ids;
    }
  }

  /** Until this store has the revisions without the words: all that came before them has come by then. */
  private async untilTold(
    incidents: readonly { readonly incidentId: string; readonly revision: number }[],
    { heard, signal }: Job,
  ): Promise<void> {
    const limit = this.now() + WAIT_MS;
    for (;;) {
      const [row] = await this.db.query<{ n: number }>(
        `SELECT count(*)::int AS n FROM unnest($1::text[], $2::int[]) AS told (incident_id, revision)
         LEFT JOIN incident USING (incident_id)
         WHERE coalesce(incident.revision, 0) < told.revision`,
        [incidents.map((each) => each.incidentId), incidents.map((each) => each.revision)],
      );
      if (row?.n === 0) return;
      if (this.now() > limit)
        throw new ProblemError(
          503,
          'ERR_ERASURE_UNTOLD',
          'The incidents were not told anew in time.',
        );
      await heard();
      await sleep(POLL_MS, undefined, { signal });
    }
  }
}

interface Cleansed {
  readonly incidents: readonly { readonly incidentId: string; readonly revision: number }[];
}

/** @throws ProblemError 502 */
async function call(
  { url, key }: ServicePlace,
  request: object,
  stopping: AbortSignal,
): Promise<Cleansed> {
  const target = new URL('/v1/erasures', url);
  try {
    const response = await fetch(target, {
      method: 'POST',
      signal: AbortSignal.any([stopping, AbortSignal.timeout(CALL_MS)]),
      headers: {
        'content-type': 'application/json',
        ...(key === null ? {} : { authorization: `Bearer ${key}` }),
      },
      body: JSON.stringify(request),
    });
    if (!response.ok) throw new Error(`${response.status}`);
    return (await response.json()) as Cleansed;
  } catch {
    throw new ProblemError(502, 'ERR_ERASURE_KEEPER', `${target.host} did not erase its part.`);
  }
}
