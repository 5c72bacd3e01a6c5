/** Two signals closer together than this are one Ctrl-C: the terminal sends it, and so may npm. */
const SAME_REQUEST_MS = 700;

export interface Interrupt {
  /** Aborted at the first request to stop. */
  readonly signal: AbortSignal;
  /** Settles at the second request: the user will not wait. */
  readonly again: Promise<void>;
}

/** What a process says of requests to it. */
export interface InterruptSource extends NodeJS.EventEmitter {
  readonly channel?: { unref(): void };
}

/**
 * Turns SIGINT, SIGTERM, SIGHUP and the death of the launching process into one abort signal. To be
 * called once in a process's life.
 */
export function onInterrupt(
  source: InterruptSource = process,
  now: () => number = Date.now,
): Interrupt {
  const controller = new AbortController();
  const { promise: again, resolve: hurry } = Promise.withResolvers<void>();
  let firstAt: number | undefined;
  const request = () => {
    firstAt ??= now();
    if (!controller.signal.aborted) controller.abort(new Interrupted());
    else if (now() - firstAt > SAME_REQUEST_MS) hurry();
  };
  for (const name of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) source.on(name, request);
  source.once('disconnect', request);
  // The channel to the launcher is only watched; it must not keep the process alive.
  source.channel?.unref();
  return { signal: controller.signal, again };
}

/** Not a failure: someone asked to stop. */
export class Interrupted extends Error {
  readonly code = 'ERR_INTERRUPTED';
  readonly exitCode = 130;
  constructor() {
    super('Stopped before it was done.');
    this.name = 'Interrupted';
  }
}
