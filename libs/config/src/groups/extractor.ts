import Type, { type Static } from 'typebox';
import { blobDir } from './blob-dir.js';

/** What one page may cost before it is a permanent failure. */
export const extractorSettings = Type.Object({
  workers: Type.Integer({
    env: 'TOCSIN_EXTRACT_WORKERS',
    description: 'Worker processes that extract side by side.',
    minimum: 1,
    maximum: 64,
    default: 2,
  }),
  deadlineMs: Type.Integer({
    env: 'TOCSIN_EXTRACT_DEADLINE_MS',
    description: 'Milliseconds of CPU that one page may use; ten times as long by the clock.',
    minimum: 100,
    maximum: 120_000,
    default: 2_000,
  }),
  heapMb: Type.Integer({
    env: 'TOCSIN_EXTRACT_HEAP_MB',
    description: 'Heap of one worker process in MiB.',
    minimum: 64,
    maximum: 8_192,
    default: 512,
  }),
  blobDir,
});
export type ExtractorConfig = Readonly<Static<typeof extractorSettings>>;
