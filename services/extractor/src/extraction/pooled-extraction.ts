import { WorkerPool, type WorkerPoolConfig } from '@tocsin/worker-pool';
import type {
  DocumentExtraction,
  DocumentResult,
  StoredDocument,
} from './document-extraction.port.js';

/** The built worker beside this file. */
export const EXTRACTION_WORKER = new URL('./extraction.worker.js', import.meta.url);

/** Extraction in worker processes, and how to end them. */
export interface PooledExtraction extends DocumentExtraction {
  close(): Promise<void>;
}

export async function startPooledExtraction(config: WorkerPoolConfig): Promise<PooledExtraction> {
  const { pool, version } = await WorkerPool.start<StoredDocument, DocumentResult>(config);
  return { version, extract: (document) => pool.run(document), close: () => pool.close() };
}
