/** Stops what `boot` started, in order; called once. */
export type Stop = () => Promise<void>;

/** As much of Node's `process` as a service's life needs. */
export interface ServiceProcess {
  once(signal: 'SIGTERM' | 'SIGINT', listener: () => void): unknown;
  exit(code: number): void;
  readonly stderr: { write(text: string): unknown };
}

/**
 * A service's life: boots, serves until SIGTERM or SIGINT, stops, exits with 0. What goes wrong on the way
 * is one line, `CODE: sentence`, and exit code 1; an error of ours brings its own code.
 */
export async function runService(
  name: string,
  boot: () => Promise<Stop>,
  host: ServiceProcess = process,
): Promise<void> {
  const fail = (phase: 'BOOT' | 'STOP') => (error: unknown) => {
    const { code, message } = error as { code?: unknown; message?: string };
    // Others' codes may be numbers, which tell nobody anything.
    const known = typeof code === 'string' ? code : `ERR_${name.toUpperCase()}_${phase}`;
    host.stderr.write(`${known}: ${message ?? String(error)}\n`);
    host.exit(1);
  };
  try {
    const stop = await boot();
    let stopping = false;
    const onSignal = () => {
      if (stopping) return;
      stopping = true;
      stop().then(() => host.exit(0), fail('STOP'));
    };
    host.once('SIGTERM', onSignal);
    host.once('SIGINT', onSignal);
  } catch (error) {
    fail('BOOT')(error);
  }
}
