import type { Rejection } from '@tocsin/article-extraction';
import type { Article } from '@tocsin/contracts';
import { WorkerPool } from '@tocsin/worker-pool';
import type { Reading } from './create-reader.js';
import type { DocumentLine } from './document-line.js';
import { pageOf } from './read-article.js';

export interface ExtractTask {
  readonly document: DocumentLine;
  /** The bytes that the document's path leads to, or null. */
  readonly page: Uint8Array | null;
}

/** A document's article and what it says, or why it is none. */
export type ExtractAnswer =
  ({ readonly kind: 'article'; readonly article: Article } & Reading) | Rejection;

/** Milliseconds and MiB that a document may cost: more than in the service, for nobody waits behind it. */
const DEADLINE_MS = 20_000;
const HEAP_MB = 1_024;

/** Reads documents in a process of its own, so that a hostile one costs its line and not the command. */
export class DocumentPool {
  private started: Promise<WorkerPool<ExtractTask, ExtractAnswer>> | undefined;

  constructor(
    private readonly workerFile: URL,
    private readonly deadlineMs = DEADLINE_MS,
  ) {}

  /**
   * @param folder what `htmlPath` is relative to
   * @throws CliError when the page's file can't be read; PermanentError when the document is late or breaks
   *   its process
   */
  async extract(document: DocumentLine, folder: string): Promise<ExtractAnswer> {
    const page = await pageOf(document, folder);
    this.started ??= this.start();
    return (await this.started).run({ document, page });
  }

  async close(): Promise<void> {
    const pool = await this.started?.catch(() => undefined);
    await pool?.close();
  }

  private async start(): Promise<WorkerPool<ExtractTask, ExtractAnswer>> {
    const { workerFile, deadlineMs } = this;
    const config = { workerFile, processes: 1, deadlineMs, heapMb: HEAP_MB };
    const { pool } = await WorkerPool.start<ExtractTask, ExtractAnswer>(config);
    return pool;
  }
}
