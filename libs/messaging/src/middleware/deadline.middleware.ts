import { PermanentError } from '../errors.js';
import type { BatchHandler, HandlerContext } from '../handler.js';

/**
 * Ends a call of the handler that takes too long, and lets go of one whose partition is lost: the
 * signal tells it to stop before its next effect, and its answer is no longer waited for. What
 * holds the event loop itself can't be ended from here; such work belongs in a worker thread.
 * @throws PermanentError of class TIMEOUT; a batch is then bisected until the slow record is alone
 */
export const deadline =
  <C extends HandlerContext>(limitMs: number) =>
  (next: BatchHandler<unknown, C>): BatchHandler<unknown, C> =>
  async (messages, context) => {
    const controller = new AbortController();
    const outer = context.signal;
    const aborted = new Promise<never>((_, reject) => {
      controller.signal.addEventListener('abort', () => reject(controller.signal.reason as Error), {
        once: true,
      });
    });
    const lost = () => controller.abort(outer.reason);
    const timer = setTimeout(() => controller.abort(timeout(limitMs, messages.length)), limitMs);
    outer.addEventListener('abort', lost, { once: true });
    try {
      outer.throwIfAborted();
      return await Promise.race([
        next(messages, { ...context, signal: controller.signal }),
        aborted,
      ]);
    } finally {
      clearTimeout(timer);
      outer.removeEventListener('abort', lost);
    }
  };

const timeout = (limitMs: number, messages: number) =>
  new PermanentError(
    'ERR_MESSAGING_TIMEOUT',
    `no answer for ${messages} message(s) within ${limitMs} ms`,
    'TIMEOUT',
  );
