/** Work that is done again and again until stopped. */
export interface Repetition {
  /** Resolves when nothing of it runs any more. */
  stop(): Promise<void>;
}

/**
 * Does work every so often, never twice at a time; a failure is told and the work done again at its time.
 * @param pauseMs between the end of one time and the beginning of the next
 */
export function repeatedly(
  pauseMs: number,
  work: () => Promise<void>,
  onError: (error: unknown) => void,
): Repetition {
  let timer: NodeJS.Timeout | undefined;
  let isStopped = false;
  let running = Promise.resolve();
  const plan = (): void => {
    if (isStopped) return;
    timer = setTimeout(() => {
      running = work().catch(onError).then(plan);
    }, pauseMs);
    // It is no reason to stay alive.
    timer.unref();
  };
  plan();
  return {
    async stop() {
      isStopped = true;
      clearTimeout(timer);
      await running;
    },
  };
}
