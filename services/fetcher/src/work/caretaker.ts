import { setTimeout as sleep } from 'node:timers/promises';
import type { Publisher } from '@tocsin/messaging';
import { pooled } from '@tocsin/persistence';
import type { DataSource } from 'typeorm';
import { keepHouse } from '../frontier/housekeeping.js';
import type { BlobKeeper } from '../publish/blob-store.port.js';
import { SOURCE_STOPPED, settleStopped, type StoppedUrl } from '../frontier/stop-source.js';
import { settledRecord } from '../publish/settled.js';
import { endSpan, startFetch, traceHeaders } from './tracing.js';

/** Milliseconds between two looks for URLs of stopped sources; between two rounds of house-keeping. */
const STOPPED_EVERY_MS = 500;
const HOUSE_EVERY_MS = 60_000;
const BLOBS_EVERY_MS = 3_600_000;
/** Longer than any record that names a blob is kept: topics for 7 days, dead letters for 30, and their retries. */
const BLOBS_KEPT_MS = 40 * 86_400_000;
const ERROR_PAUSE_MS = 2_000;

/** What is to be done beside fetching: the ends of stopped sources, and a queue that stays short. */
export class Caretaker {
  private readonly stopping = new AbortController();
  private loops: Promise<void>[] = [];

  constructor(
    private readonly database: DataSource,
    private readonly publisher: Publisher,
    private readonly blobs: BlobKeeper,
    private readonly onError: (error: unknown) => void,
  ) {}

  start(): void {
    this.loops = [
      this.every(STOPPED_EVERY_MS, () => this.settleStopped()),
      this.every(HOUSE_EVERY_MS, () => keepHouse(pooled(this.database))),
      this.every(BLOBS_EVERY_MS, () => this.blobs.removeBefore(Date.now() - BLOBS_KEPT_MS)),
    ];
  }

  async stop(): Promise<void> {
    this.stopping.abort();
    await Promise.all(this.loops);
  }

  private async every(ms: number, work: () => Promise<unknown>): Promise<void> {
    const { signal } = this.stopping;
    const pause = (pauseMs: number) =>
      sleep(pauseMs, undefined, { signal, ref: false }).catch(() => undefined);
    while (!signal.aborted) {
      try {
        await work();
        await pause(ms);
      } catch (error) {
        this.onError(error);
        await pause(ERROR_PAUSE_MS);
      }
    }
  }

  private async settleStopped(): Promise<void> {
    const tell = (stopped: readonly StoppedUrl[]) => this.publisher.publish(stopped.map(recordOf));
    while (!this.stopping.signal.aborted && (await settleStopped(this.database, tell)) > 0);
  }
}

function recordOf({ id, url, pollTrace }: StoppedUrl) {
  const span = startFetch(url, pollTrace);
  const { code, reason } = SOURCE_STOPPED;
  const trace = traceHeaders(span);
  endSpan(span, code);
  return settledRecord({ urlId: id, url, end: 'rejected', code, reason, at: Date.now(), trace });
}
