/** Resolves when the dependency answers; rejects or stalls when it doesn't. */
export type ReadinessCheck = () => Promise<unknown>;

/** What one check said. */
export interface CheckResult {
  readonly status: 'up' | 'down';
  readonly durationMs: number;
  readonly error?: string;
}

/** Whether the service can take work now, and which dependency says otherwise. */
export interface Readiness {
  readonly status: 'ready' | 'not-ready';
  readonly checks: Readonly<Record<string, CheckResult>>;
}

interface Registered {
  readonly check: ReadinessCheck;
  readonly timeoutMs: number;
}

/** Names the dependencies whose absence makes a service unready; it stays alive through all of them. */
export class HealthRegistry {
  readonly #checks = new Map<string, Registered>();

  /** Adds or replaces a check; one that takes longer than `timeoutMs` counts as down. */
  register(name: string, check: ReadinessCheck, timeoutMs = 2_000): void {
    this.#checks.set(name, { check, timeoutMs });
  }

  /** Runs all checks side by side. Never throws. */
  async readiness(): Promise<Readiness> {
    const entries = [...this.#checks].map(
      async ([name, registered]) => [name, await run(registered)] as const,
    );
    const checks = Object.fromEntries(await Promise.all(entries));
    const ready = Object.values(checks).every(({ status }) => status === 'up');
    return { status: ready ? 'ready' : 'not-ready', checks };
  }
}

async function run({ check, timeoutMs }: Registered): Promise<CheckResult> {
  const start = performance.now();
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`no answer within ${timeoutMs} ms`)), timeoutMs);
  });
  const durationMs = () => Math.round(performance.now() - start);
  try {
    await Promise.race([check(), late]);
    return { status: 'up', durationMs: durationMs() };
  } catch (error) {
    const text = error instanceof Error ? error.message : String(error);
    return { status: 'down', durationMs: durationMs(), error: text };
  } finally {
    clearTimeout(timer);
  }
}
