import { describe, expect, it } from '@jest/globals';
import { ok, type BatchHandler } from '@tocsin/messaging';
import { context, messagesAt } from '../testing/messages.js';
import { oneAtATime } from './one-at-a-time.js';
import type { TransactionContext, TransactionMiddleware } from './transaction.middleware.js';

const bare: TransactionMiddleware = (handler) => (messages, each) =>
  handler(messages, { ...each, tx: undefined as never });

/** A handler that says when it begins and goes on when it is told to. */
function stepwise() {
  const begun: bigint[] = [];
  const waiting: { go: () => void; fail: (error: Error) => void }[] = [];
  const handler: BatchHandler<string, TransactionContext> = (messages) => {
    begun.push(messages[0]!.offset);
    return new Promise((resolve, reject) => {
      waiting.push({ go: () => resolve(messages.map(() => ok())), fail: reject });
    });
  };
  return { begun, waiting, handler };
}
const soon = () => new Promise((resolve) => setImmediate(resolve));

describe('batches one at a time', () => {
  it('begin when the one before has ended, whichever handler they are of', async () => {
    const { begun, waiting, handler } = stepwise();
    const transaction = oneAtATime(bare);
    const [one, other] = [transaction(handler), transaction(handler)];
    const both = [one(messagesAt(1), context), other(messagesAt(2), context)];
    await soon();
    expect(begun).toEqual([1n]);
    waiting[0]!.go();
    await soon();
    expect(begun).toEqual([1n, 2n]);
    waiting[1]!.go();
    expect(await Promise.all(both)).toEqual([[ok()], [ok()]]);
  });

  it('go on after one that failed, and pass its error to its own caller alone', async () => {
    const { waiting, handler } = stepwise();
    const run = oneAtATime(bare)(handler);
    const failing = run(messagesAt(1), context);
    const next = run(messagesAt(2), context);
    await soon();
    waiting[0]!.fail(new Error('mine'));
    await expect(failing).rejects.toThrow('mine');
    await soon();
    waiting[1]!.go();
    expect(await next).toEqual([ok()]);
  });

  it('do not begin once their partition is lost', async () => {
    const { begun, waiting, handler } = stepwise();
    const run = oneAtATime(bare)(handler);
    const lost = new AbortController();
    const first = run(messagesAt(1), context);
    const second = run(messagesAt(2), { ...context, signal: lost.signal });
    await soon();
    lost.abort(new Error('lost'));
    waiting[0]!.go();
    await first;
    await expect(second).rejects.toThrow('lost');
    expect(begun).toEqual([1n]);
  });
});
