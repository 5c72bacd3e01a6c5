import type { BatchHandler, Handler, HandlerContext } from './handler.js';
import type { Outcome } from './outcome.js';

/** Makes a batch handler of a handler of single messages: one after the other, in order. */
export function eachMessage<T, C extends HandlerContext>(
  handler: Handler<T, C>,
): BatchHandler<T, C> {
  return async (messages, context) => {
    const outcomes: Outcome[] = [];
    for (const message of messages) {
      // A lost partition or a passed deadline ends the work before its next effect.
      context.signal.throwIfAborted();
      outcomes.push(await handler(message, context));
    }
    return outcomes;
  };
}
