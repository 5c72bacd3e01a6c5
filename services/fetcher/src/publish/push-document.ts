import type { Span } from '@opentelemetry/api';
import type { OutgoingRecord, Publisher } from '@tocsin/messaging';
import type { DataSource } from 'typeorm';
import { endSpan, startFetch, traceHeaders } from '../work/tracing.js';
import { Admission } from './admission.js';
import type { BlobStore } from './blob-store.port.js';
import { decidePush, seenAt, type PushResult } from './decide-pushes.js';
import { fetchedRecord } from './fetched.js';
import {
  PushRefusedError,
  readPush,
  type PushedDocument,
  type ReadPush,
} from './pushed-document.js';
import { PushedTable, type KeyedPush } from './pushed-table.js';

/** A document with the key under which it is taken once; null takes it as it comes. */
export interface PushOrder {
  readonly document: PushedDocument;
  readonly idempotencyKey: string | null;
}

/** Documents of one batch. */
export const MAX_BATCH = 100;
/** Documents in hand at once; four batches keep broker and database busy, more only fill memory. */
const MAX_IN_HAND = 4 * MAX_BATCH;

/** Takes pushed documents: published like fetched ones, then noted, as one. */
export class PushDocument {
  private readonly admission = new Admission(MAX_IN_HAND);
  private readonly table: PushedTable;

  constructor(
    database: DataSource,
    private readonly publisher: Publisher,
    private readonly blobs: BlobStore,
  ) {
    this.table = new PushedTable(database);
  }

  /** @throws PushRefusedError, PushBusyError */
  async push(order: PushOrder): Promise<PushResult> {
    const [result] = await this.pushAll([order]);
    if (result instanceof PushRefusedError) throw result;
    return result as PushResult;
  }

  /**
   * Takes up to MAX_BATCH documents; one that is refused does not keep the others back. The answers
   * are in the orders' sequence. All records are acknowledged before one transaction notes them: a
   * crash between publishes them again.
   *
   * @throws PushBusyError; what publisher and database throw, and then nothing is noted
   */
  async pushAll(orders: readonly PushOrder[]): Promise<(PushResult | PushRefusedError)[]> {
    return this.admission.enter(orders.length, async () => {
      const pushes = orders.map(({ document, idempotencyKey }) =>
        orRefusal(() => readPush(document, idempotencyKey)),
      );
      const known = await this.table.known(pushes.filter(isTaken));
      const now = Date.now();
      const results = pushes.map((push) =>
        isTaken(push) ? orRefusal(() => decidePush(push, known, now)) : push,
      );
      const decided = pushes.flatMap((push, at) => {
        const result = results[at];
        return isTaken(push) && result && isTaken(result) ? [{ push, result }] : [];
      });
      const accepted = decided.filter(({ result }) => result.status === 'accepted');
      await this.publish(accepted);
      const sightings = decided
        .filter(({ result }) => result.status === 'unchanged')
        .map(({ push }) => ({ ...push, seenAt: seenAt(push, now) }));
      await this.table.store(accepted.map(versionOf), sightings, decided.flatMap(keyedOf));
      return results;
    });
  }

  private async publish(accepted: readonly Decided[]): Promise<void> {
    if (accepted.length === 0) return;
    const spans = accepted.map(({ push }) => startFetch(push.url, null));
    let code = 'ERR_FETCHER_PUBLISH';
    try {
      const records = accepted.map((decided, at) => this.record(decided, spans[at] as Span));
      await this.publisher.publish(await Promise.all(records));
      code = 'OK';
    } finally {
      for (const span of spans) endSpan(span, code);
    }
  }

  private record(decided: Decided, span: Span): Promise<OutgoingRecord> {
    const { document, lane, body, contentType } = decided.push;
    const { title = null, publishedAt = null } = document;
    return fetchedRecord(
      {
        version: versionOf(decided),
        requestedUrl: document.url,
        lane,
        status: 200,
        headers: contentType === null ? {} : { 'content-type': contentType },
        body,
        feedItem: { feedUrl: '', title, publishedAt, authors: [], summary: null },
        trace: traceHeaders(span),
      },
      this.blobs,
    );
  }
}

interface Decided {
  readonly push: ReadPush;
  readonly result: PushResult;
}

const isTaken = <T extends object>(value: T | PushRefusedError): value is T =>
  !(value instanceof PushRefusedError);

function orRefusal<T>(work: () => T): T | PushRefusedError {
  try {
    return work();
  } catch (error) {
    if (error instanceof PushRefusedError) return error;
    throw error;
  }
}

const versionOf = ({ push, result }: Decided) => ({
  articleId: push.articleId,
  url: push.url,
  version: result.version,
  contentHash: push.contentHash,
});

const keyedOf = ({ push, result }: Decided): KeyedPush[] =>
  push.idempotencyKey === null || result.status === 'repeated'
    ? []
    : [
        {
          idempotencyKey: push.idempotencyKey,
          requestHash: push.requestHash,
          articleId: push.articleId,
          version: result.version,
        },
      ];
