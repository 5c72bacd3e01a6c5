import { ProblemError } from '../api/problem.js';

/** More than these would each ask the database twice a second. */
const MAX_STREAMS = 100;

/** The streams that are open in this process: so many and no more, and all ended before it stops. */
export class LiveStreams {
  private readonly open = new Set<AbortController>();
  private closed = false;

  /** @throws ProblemError 503 when there are too many, or the process is about to stop */
  begin(): AbortController {
    if (this.closed || this.open.size >= MAX_STREAMS) {
      throw new ProblemError(503, 'ERR_API_STREAMS', 'Too many streams are open; try again later.');
    }
    const controller = new AbortController();
    this.open.add(controller);
    controller.signal.addEventListener('abort', () => this.open.delete(controller));
    return controller;
  }

  close(): void {
    this.closed = true;
    for (const controller of this.open) controller.abort();
  }
}
