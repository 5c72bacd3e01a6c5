import type { Operation } from '@tocsin/contracts';
import { setTimeout as sleep } from 'node:timers/promises';
import { OperatingError, redriveLetters, type FoundLetter } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import type { RedriveRequest } from './dead-letter-query.js';
import { lettersMeant } from './letter-reader.js';
import type { Line } from './line.js';
import { count, OneAtATime, type Job } from './one-at-a-time.js';
import type { Operations } from './operations.js';
import { noteRedriven } from './redriven-letters.js';

/** Letters sent at once, at most: what a stop in the midst may leave unnoted. */
const CHUNK = 50;

/** Sends dead letters back, one request at a time, as slowly as it was asked for. */
export class Redrives {
  private readonly jobs: OneAtATime;

  constructor(
    private readonly db: Queryable,
    operations: Operations,
    private readonly now: () => number,
  ) {
    this.jobs = new OneAtATime(operations, {
      busy: { code: 'ERR_REDRIVE_RUNNING', message: 'Another redrive is running; wait for it.' },
      sentenceOf: (error) =>
        error instanceof OperatingError
          ? error.message
          : 'The broker or the database did not answer.',
    });
  }

  /** @throws ProblemError 409 while another one runs on this instance */
  async begin(line: Line, request: RedriveRequest, by: string): Promise<Operation> {
    const { meant, rate, reason } = request;
    return this.jobs.begin(
      { kind: 'redrive', by, reason, request: { ...meant, rate } },
      { sent: 0, sentBefore: 0 },
      async (job) => {
        for await (const { fresh, sentBefore } of lettersMeant(line, this.db, meant)) {
          count(job, 'sentBefore', sentBefore);
          for (let at = 0; at < fresh.length; at += Math.min(CHUNK, rate)) {
            await this.send(line, job, fresh.slice(at, at + Math.min(CHUNK, rate)), rate);
          }
        }
      },
    );
  }

  /** Ends what runs after the records that are on their way. */
  stop(): Promise<void> {
    return this.jobs.stop();
  }

  private async send(
    line: Line,
    job: Job,
    letters: readonly FoundLetter[],
    rate: number,
  ): Promise<void> {
    job.signal.throwIfAborted();
    const began = this.now();
    count(job, 'sent', await redriveLetters(line.broker, letters, began));
    const ids = letters.map(({ id }) => id);
    await noteRedriven(this.db, ids, job.id, began);
    await job.heard();
    const pause = (letters.length / rate) * 1_000 - (this.now() - began);
    if (pause > 0) await sleep(pause, undefined, { signal: job.signal });
  }
}
