import { DOCUMENT_WORKER_FLAGS } from '@tocsin/worker-pool';
import { runProgram } from './run-program.js';
import type { CorpusPlan } from './pages.js';

export interface LibrariesTask extends CorpusPlan {
  /** Pages read before any is measured. */
  readonly warmUp: number;
  readonly articles: number;
}

/** Milliseconds of CPU an article. */
export interface LibrariesCost {
  readonly pages: number;
  readonly incidents: number;
  readonly signing: number;
}

/** What the libraries alone cost, with the flags that the extractor gives its workers. */
export const librariesCost = (task: LibrariesTask, signal: AbortSignal): Promise<LibrariesCost> =>
  runProgram<LibrariesCost>(
    new URL('./libraries-main.js', import.meta.url),
    task,
    signal,
    DOCUMENT_WORKER_FLAGS,
  );
