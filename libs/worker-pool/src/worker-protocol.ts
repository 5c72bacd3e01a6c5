/** What a worker process says to the pool: first that it is ready, then one answer for each task. */
export type WorkerAnswer<R> = {
  /** Milliseconds of CPU since the process began. */ readonly cpuMs: number;
} & (
  | { readonly kind: 'ready'; readonly version: string }
  | { readonly kind: 'done'; readonly result: R }
  | { readonly kind: 'failed'; readonly message: string }
);
