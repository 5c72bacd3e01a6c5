import { observe } from '@tocsin/telemetry/catalogue';
import type { AuditFindings } from './audit.js';

/** Hour of the day, UTC, from which on the night's audit is due. */
const HOUR = 3;
const HOUR_MS = 3_600_000;

export interface NightlyAuditNeeds {
  readonly audit: (nowMs: number) => Promise<AuditFindings>;
  /** Told of every audit's findings. */
  readonly onFindings: (findings: AuditFindings) => void;
  /** Milliseconds since the epoch. */
  readonly now: () => number;
}

/** One audit when the service starts and one each night; keeps what the last one found for the metrics. */
export class NightlyAudit {
  private last: { readonly findings: AuditFindings; readonly atMs: number } | undefined;

  constructor(private readonly needs: NightlyAuditNeeds) {}

  /** Audits when it is time; to be called every hour. */
  async whenDue(): Promise<void> {
    const nowMs = this.needs.now();
    if (this.last !== undefined && nightOf(this.last.atMs) === nightOf(nowMs)) return;
    const findings = await this.needs.audit(nowMs);
    this.last = { findings, atMs: nowMs };
    this.needs.onFindings(findings);
  }

  /** Has the findings told at each collection. */
  observe(): void {
    observe('tocsin.audit.violations', (tell) => {
      for (const [check, count] of Object.entries(this.last?.findings ?? {}))
        tell(count, { 'tocsin.audit.check': check });
    });
    observe('tocsin.audit.age', (tell) => {
      if (this.last) tell((this.needs.now() - this.last.atMs) / 1_000, {});
    });
  }
}

/** The number of the night that a moment belongs to: nights begin at the hour. */
const nightOf = (ms: number): number => Math.floor((ms / HOUR_MS - HOUR) / 24);

/** As much of a logger as findings need. */
interface FindingsLog {
  info(fields: object, message: string): void;
  error(fields: object, message: string): void;
}

/** One line for each audit: an error where an invariant is broken. */
export const logFindings =
  (log: FindingsLog) =>
  (findings: AuditFindings): void => {
    const isSound = Object.values(findings).every((count) => count === 0);
    if (isSound) log.info({ code: 'STORE_AUDIT', findings }, 'The audit found nothing.');
    else log.error({ code: 'ERR_STORE_AUDIT', findings }, 'The audit found broken invariants.');
  };
