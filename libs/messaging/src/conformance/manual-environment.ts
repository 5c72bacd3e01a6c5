import type { Environment } from '../environment.port.js';

export interface LogLine {
  readonly level: 'info' | 'warn' | 'error';
  readonly code: string;
  readonly message: string;
  readonly fields: Readonly<Record<string, unknown>>;
}

/** Time that passes only by sleeping, chance that is always one half, and a log to look at. */
export class ManualEnvironment implements Environment {
  readonly lines: LogLine[] = [];
  readonly slept: number[] = [];
  time = 1_000_000;
  readonly random = () => 0.5;

  readonly clock = {
    now: () => this.time,
    // A macrotask, so that endless back-off in a spec leaves room for what ends it.
    sleep: async (ms: number, signal: AbortSignal) => {
      await new Promise((resolve) => setImmediate(resolve));
      if (signal.aborted) return;
      this.slept.push(ms);
      this.time += ms;
    },
  };

  readonly log = {
    info: this.line('info'),
    warn: this.line('warn'),
    error: this.line('error'),
  };

  codes(): string[] {
    return this.lines.map(({ code }) => code);
  }

  private line(level: LogLine['level']) {
    return (code: string, message: string, fields: LogLine['fields']) =>
      void this.lines.push({ level, code, message, fields });
  }
}
