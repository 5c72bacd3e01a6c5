import { FeedError } from '@tocsin/feeds';
import { Piscina } from 'piscina';
import { readSource, type SourceAnswer, type SourceDocument } from './read-source.js';
import { documentOf, type SourceResult } from './source-task.js';

/** Bytes up to which a source is read in some milliseconds, less than handing it over is worth. */
const SMALL_BYTES = 256 * 1024;
/** Milliseconds that a source may take; the largest that are let in take four on an idle core. */
const DEADLINE_MS = 15_000;

/** The built worker beside this file. */
const SOURCE_WORKER = new URL('./source.worker.js', import.meta.url);

/**
 * Reads sources: small ones at once, large ones in a thread, so that a sitemap of fifty thousand pages
 * keeps nobody waiting. The caps on bytes, items and depth bound its memory; the thread is for time alone.
 */
export class SourceReader {
  private readonly pool: Piscina<SourceAnswer, SourceResult>;

  /** @param worker a module whose default export is `sourceResult` */
  constructor(
    worker: URL = SOURCE_WORKER,
    private readonly deadlineMs = DEADLINE_MS,
  ) {
    this.pool = new Piscina({
      filename: worker.href,
      minThreads: 0,
      maxThreads: 1,
      idleTimeout: 30_000,
    });
  }

  /** @throws FeedError, SitemapError */
  async read(answer: SourceAnswer): Promise<SourceDocument> {
    if (answer.body.length <= SMALL_BYTES) return readSource(answer);
    const signal = AbortSignal.timeout(this.deadlineMs);
    try {
      return documentOf(await this.pool.run(answer, { signal }));
    } catch (error) {
      if (!signal.aborted) throw error;
      throw new FeedError('ERR_FEED_TOO_SLOW', `Reading it takes more than ${this.deadlineMs} ms.`);
    }
  }

  async close(): Promise<void> {
    await this.pool.destroy();
  }
}
