import { setTimeout as sleep } from 'node:timers/promises';
import type { Broker } from '@tocsin/messaging';
import type pg from 'pg';
import type { ServiceName } from '../../start/services.js';
import type { LineApi } from '../../start/line-api.js';
import type { Stack } from '../../stack/stack.js';
import type { LogPlace } from '../invariants/dead-letters.js';
import { SERVICES } from '../kill-plan.js';
import type { LineDatabase } from '../line-database.js';
import type { RecordName } from '../invariants/outbox.js';
import type { OffsetWatch } from '../offset-watch.js';
import type { NewsSites } from '../news-sites.js';
import type { ServiceProcesses } from '../service-processes.js';
import type { FaultyProxy } from './proxy/faulty-proxy.js';
import type { KafkaRequest } from './proxy/kafka-conversation.js';
import type { PostgresRequest } from './proxy/postgres-conversation.js';
import type { Supply } from './supply.js';

const LOOK_MS = 20;
const LIMIT_MS = 60_000;

export interface FaultLineParts {
  readonly stack: Stack;
  readonly services: ServiceProcesses;
  readonly sites: NewsSites;
  readonly api: LineApi;
  readonly supply: Supply;
  /** Past the proxies, as everything that looks and checks. */
  readonly broker: Broker;
  readonly database: LineDatabase;
  /** The superuser's. */
  readonly sql: pg.Pool;
  /** Between the services and the broker. */
  readonly kafka: FaultyProxy<KafkaRequest>;
  /** Between the services and the database. */
  readonly postgres: FaultyProxy<PostgresRequest>;
  readonly random: () => number;
  readonly signal: AbortSignal;
}

/** A running line as a fault sees it. */
export class FaultLine {
  /** Records that were published to break. */
  readonly planted: LogPlace[] = [];
  /** Outbox rows that a restored database has no more. */
  readonly lostRows: RecordName[] = [];
  /** Incidents that it may have under another id now: that of whichever mention came first. */
  readonly lostIncidents: string[] = [];
  /** That of the test that is being made. */
  watch?: OffsetWatch;

  constructor(readonly parts: FaultLineParts) {}

  publish(count: number): void {
    this.parts.sites.publish(this.parts.supply.take(count));
  }

  /** Publishes, and resolves when the first of these pages is asked for: work is in somebody's hands. */
  async underWork(count: number): Promise<void> {
    const asked = this.parts.sites.pagesAsked;
    this.publish(count);
    await this.until('a page is asked for', async () => this.parts.sites.pagesAsked > asked);
  }

  /** URLs that are published and have not come to an end. */
  async onTheirWay(): Promise<number> {
    return this.parts.sites.urlIds.size - (await this.parts.database.endedUrls());
  }

  wait(ms: number): Promise<void> {
    return sleep(ms, undefined, { signal: this.parts.signal });
  }

  /** @throws Error when it takes longer than `limitMs` */
  async until(
    what: string,
    holds: () => Promise<boolean>,
    limitMs = LIMIT_MS,
    lookMs = LOOK_MS,
  ): Promise<void> {
    const limit = Date.now() + limitMs;
    while (!(await holds().catch(() => false))) {
      if (Date.now() > limit) throw new Error(`Waited in vain until ${what}.`);
      await this.wait(lookMs);
    }
  }

  /** Sends broker or database a signal. SIGKILL is waited for. */
  async signalBase(name: 'kafka' | 'postgres', signal: NodeJS.Signals): Promise<void> {
    const { stack } = this.parts;
    const child = stack.base.find((each) => each.name === name);
    if (!child) throw new Error(`There is no ${name} to signal.`);
    process.kill(child.pid, signal);
    if (signal !== 'SIGSTOP' && signal !== 'SIGCONT') {
      await this.until(`${name} has ended`, async () => child.hasExited());
    }
  }

  /** Stops or wakes a service's first replica with its helpers. @returns its process */
  signalService(name: ServiceName, signal: 'SIGSTOP' | 'SIGCONT'): number {
    const [pid] = this.parts.services.pidsOf(name);
    if (pid === undefined) throw new Error(`There is no ${name} to signal.`);
    process.kill(-pid, signal);
    return pid;
  }

  /** Everything that works, whatever was done to it. */
  async restore(): Promise<void> {
    const { services, kafka, postgres } = this.parts;
    kafka.heal();
    postgres.heal();
    for (const name of SERVICES) await services.startAgain(name);
    for (const name of SERVICES) await services.ready(name);
  }
}
