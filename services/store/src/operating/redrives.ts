import { setTimeout as sleep } from 'node:timers/promises';
import { OperatingError, redriveLetters, type FoundLetter } from '@tocsin/messaging-kafka';
import type { Queryable } from '@tocsin/persistence';
import { ProblemError } from '../api/problem.js';
import type { RedriveRequest } from './dead-letter-query.js';
import { lettersMeant } from './letter-reader.js';
import type { Line } from './line.js';
import type { Operation, Operations } from './operations.js';
import { noteRedriven } from './redriven-letters.js';

/** Letters sent at once, at most: what a stop in the midst may leave unnoted. */
const CHUNK = 50;

/** Sends dead letters back, one request at a time, as slowly as it was asked for. */
export class Redrives {
  private readonly stopping = new AbortController();
  private running: Promise<Operation> | undefined;

  constructor(
    private readonly db: Queryable,
    private readonly operations: Operations,
    private readonly now: () => number,
  ) {}

  /**
   * Writes down who asked for what, and begins; it goes on after the answer.
   * @throws ProblemError 409 while another one runs on this instance
   */
  async begin(line: Line, request: RedriveRequest, by: string): Promise<Operation> {
    if (this.running)
      throw new ProblemError(
        409,
        'ERR_REDRIVE_RUNNING',
        'Another redrive is running; wait for it.',
      );
    const { meant, rate, reason } = request;
    const begun = this.operations.begin({
      kind: 'redrive',
      by,
      reason,
      request: { ...meant, rate },
    });
    this.running = begun.then((operation) => this.run(line, request, operation.id));
    // Nobody need wait for it: what went wrong stands in its row.
    this.running.catch(() => undefined).finally(() => (this.running = undefined));
    return begun;
  }

  /** Ends what runs after the records that are on their way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.catch(() => undefined);
  }

  private async run(line: Line, { meant, rate }: RedriveRequest, id: string): Promise<Operation> {
    const counts = { sent: 0, sentBefore: 0 };
    try {
      for await (const { fresh, sentBefore } of lettersMeant(line, this.db, meant)) {
        counts.sentBefore += sentBefore;
        for (let at = 0; at < fresh.length; at += Math.min(CHUNK, rate)) {
          await this.send(line, id, fresh.slice(at, at + Math.min(CHUNK, rate)), counts, rate);
        }
      }
      return await this.operations.end(id, counts, null);
    } catch (error) {
      const isStopped = this.stopping.signal.aborted;
      const isTold = error instanceof OperatingError;
      const text = isTold ? error.message : 'The broker or the database did not answer.';
      return this.operations.end(id, counts, isStopped ? 'The store was stopped meanwhile.' : text);
    }
  }

  private async send(
    line: Line,
    operationId: string,
    letters: readonly FoundLetter[],
    counts: { sent: number; sentBefore: number },
    rate: number,
  ): Promise<void> {
    this.stopping.signal.throwIfAborted();
    const began = this.now();
    counts.sent += await redriveLetters(line.broker, letters, began);
    const ids = letters.map(({ id }) => id);
    await noteRedriven(this.db, ids, operationId, began);
    await this.operations.progress(operationId, counts);
    const pause = (letters.length / rate) * 1_000 - (this.now() - began);
    if (pause > 0) await sleep(pause, undefined, { signal: this.stopping.signal });
  }
}
