import { TransientError } from '@tocsin/messaging';
import type { PoolProcessConfig } from './pool-process.js';
import { PoolProcess } from './pool-process.js';

export interface WorkerPoolConfig extends PoolProcessConfig {
  readonly processes: number;
}

/**
 * A fixed number of worker processes. A task waits for a free process and its deadline begins only when
 * a process takes it; one that a task has ended is replaced by a new one.
 */
export class WorkerPool<T, R> {
  private readonly idle: PoolProcess<T, R>[] = [];
  private readonly all = new Set<PoolProcess<T, R>>();
  private readonly waiting: ((worker: PoolProcess<T, R>) => void)[] = [];

  private constructor(private readonly config: WorkerPoolConfig) {}

  /** Starts all processes. Rejects if they can't start: then no document ever could be done. */
  static async start<T, R>(
    config: WorkerPoolConfig,
  ): Promise<{ readonly pool: WorkerPool<T, R>; readonly version: string }> {
    const pool = new WorkerPool<T, R>(config);
    const started = Array.from({ length: config.processes }, () => pool.spawn());
    try {
      const [version = ''] = await Promise.all(started.map((worker) => worker.ready));
      pool.idle.push(...started);
      return { pool, version };
    } catch (error) {
      await pool.close();
      throw error;
    }
  }

  async run(task: T): Promise<R> {
    const worker = await this.take();
    try {
      await awaitStart(worker);
      return await worker.run(task);
    } finally {
      this.giveBack(worker);
    }
  }

  /** Resolves when no process is left. */
  async close(): Promise<void> {
    await Promise.all([...this.all].map((worker) => worker.stop()));
  }

  private spawn(): PoolProcess<T, R> {
    const worker = new PoolProcess<T, R>(this.config);
    this.all.add(worker);
    return worker;
  }

  private take(): Promise<PoolProcess<T, R>> {
    const worker = this.idle.pop();
    if (worker !== undefined) return Promise.resolve(this.alive(worker));
    return new Promise((resolve) => this.waiting.push(resolve));
  }

  /** The process itself, or a new one in the place of a dead one. */
  private alive(worker: PoolProcess<T, R>): PoolProcess<T, R> {
    if (!worker.isDead) return worker;
    this.all.delete(worker);
    return this.spawn();
  }

  private giveBack(worker: PoolProcess<T, R>): void {
    const next = this.alive(worker);
    const waiter = this.waiting.shift();
    if (waiter === undefined) this.idle.push(next);
    else waiter(next);
  }
}

/** That a new process can't start is no fault of the document that waits for it. */
async function awaitStart(worker: { readonly ready: Promise<string> }): Promise<void> {
  try {
    await worker.ready;
  } catch (cause) {
    throw new TransientError('ERR_EXTRACT_WORKER_START', 'A worker process failed to start.', {
      cause,
    });
  }
}
