import type { Operation } from '@tocsin/contracts';
import { ProblemError } from '../api/problem.js';
import type { NewOperation, Operations } from './operations.js';

/** What work under way is given. */
export interface Job {
  readonly id: string;
  /** How many of what so far; the work counts on. */
  readonly counts: Record<string, number>;
  /** Tells how far it is, and that it is alive. */
  readonly heard: () => Promise<void>;
  /** The service stops. */
  readonly signal: AbortSignal;
}

export const count = ({ counts }: Job, what: string, more: number): void => {
  counts[what] = (counts[what] ?? 0) + more;
};

export interface OneAtATimeSettings {
  /** The refusal of a second one. */
  readonly busy: { readonly code: string; readonly message: string };
  /** What its row says of a failure, one sentence. */
  readonly sentenceOf: (error: unknown) => string;
  /** What its row says behind that: how to go on. */
  readonly advice?: string;
}

/** Operations that go on after the answer to who asked for them, one at a time on each instance. */
export class OneAtATime {
  private readonly stopping = new AbortController();
  private running: Promise<Operation> | undefined;

  constructor(
    private readonly operations: Operations,
    private readonly settings: OneAtATimeSettings,
  ) {}

  /**
   * Writes down who asked for what and why, and begins.
   * @param counts what is counted, all of it 0
   * @throws ProblemError 409 while another one runs on this instance
   */
  async begin(
    asked: NewOperation,
    counts: Record<string, number>,
    work: (job: Job) => Promise<void>,
  ): Promise<Operation> {
    const { code, message } = this.settings.busy;
    if (this.running) throw new ProblemError(409, code, message);
    const begun = this.operations.begin(asked);
    this.running = begun.then(({ id }) => this.run(id, counts, work));
    // Nobody need wait for it: what went wrong stands in its row.
    this.running.catch(() => undefined).finally(() => (this.running = undefined));
    return begun;
  }

  /** Ends what runs, after what is on its way. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.running?.catch(() => undefined);
  }

  private async run(
    id: string,
    counts: Record<string, number>,
    work: (job: Job) => Promise<void>,
  ): Promise<Operation> {
    const { signal } = this.stopping;
    const heard = () => this.operations.progress(id, counts);
    try {
      await work({ id, counts, heard, signal });
      return await this.operations.end(id, counts, null);
    } catch (error) {
      const { sentenceOf, advice } = this.settings;
      const why = signal.aborted ? 'The store was stopped meanwhile.' : sentenceOf(error);
      return this.operations.end(id, counts, advice === undefined ? why : `${why} ${advice}`);
    }
  }
}
