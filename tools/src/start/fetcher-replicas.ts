import { join } from 'node:path';
import { freePort } from '../stack/ports.js';
import type { Child } from '../stack/processes/child.js';
import type { Stack } from '../stack/stack.js';
import { serviceSpec, untilReady, type ServicePlan } from './services.js';

/** One of several fetchers that share a frontier. */
export interface FetcherReplica {
  readonly url: string;
  readonly process: Child;
  /** By which sites can tell it from the others. */
  readonly userAgent: string;
}

/** The real fetcher as processes on one stack, as many as asked for, added at any time. */
export class FetcherReplicas {
  private started = 0;

  /** @param settings on top of the caller's environment */
  constructor(
    private readonly stack: Stack,
    private readonly settings: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal,
  ) {}

  /**
   * Resolves when it answers that it is ready.
   *
   * @throws StackError ERR_STACK_PROCESS_FAILED
   */
  async add(): Promise<FetcherReplica> {
    const name = `fetcher-${++this.started}`;
    const userAgent = `TocsinBot/0.1 (${name})`;
    const port = await freePort();
    const plan: ServicePlan = { name: 'fetcher', port, setting: 'TOCSIN_FETCHER_PORT' };
    const settings = { TOCSIN_FETCH_USER_AGENT: userAgent, ...this.settings };
    const child = await this.stack.start({
      ...serviceSpec(plan, this.stack, [plan], settings),
      logFile: join(this.stack.logFolder, `${name}.log`),
    });
    await untilReady(child, port, this.signal);
    return { url: `http://127.0.0.1:${port}`, process: child, userAgent };
  }
}
