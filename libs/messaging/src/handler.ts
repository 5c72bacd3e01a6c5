import type { Message } from './message.js';
import type { Outcome } from './outcome.js';

/** What a handler may know of its surroundings. */
export interface HandlerContext {
  readonly group: string;
  readonly topic: string;
  readonly partition: number;
  /** Aborted when the partition is lost, the deadline passes or the service drains. */
  readonly signal: AbortSignal;
}

/** Takes one message, returns how it ended. Pure where it can be; never sees a producer. */
export type Handler<T, C extends HandlerContext = HandlerContext> = (
  message: Message<T>,
  context: C,
) => Promise<Outcome>;

/** Takes the messages of one partition in order, returns one outcome for each, in the same order. */
export type BatchHandler<T, C extends HandlerContext = HandlerContext> = (
  messages: readonly Message<T>[],
  context: C,
) => Promise<readonly Outcome[]>;
