import { describe, expect, it } from '@jest/globals';

import type { HandlerContext } from './handler.js';
import { eachMessage } from './lift.js';
import type { Message } from './message.js';
import { ok } from './outcome.js';

const context = (signal = new AbortController().signal): HandlerContext => ({
  group: 'g',
  topic: 't',
  partition: 0,
  signal,
});
const message = (payload: number) => ({ payload }) as Message<number>;

describe('a handler of single messages as one of batches', () => {
  it('takes the messages one after the other and keeps their order', async () => {
    const running: number[] = [];
    const handler = eachMessage<number, HandlerContext>(async ({ payload }) => {
      running.push(payload);
      await Promise.resolve();
      return ok({ topic: 'out', key: String(payload), value: payload });
    });
    const outcomes = await handler([message(1), message(2)], context());
    expect(running).toEqual([1, 2]);
    expect(outcomes.map((o) => (o.kind === 'ok' ? o.outputs[0]?.key : null))).toEqual(['1', '2']);
  });

  it('starts no further message once the signal has aborted', async () => {
    const controller = new AbortController();
    let calls = 0;
    const handler = eachMessage<number, HandlerContext>(async () => {
      calls += 1;
      controller.abort(new Error('lost'));
      return ok();
    });
    await expect(handler([message(1), message(2)], context(controller.signal))).rejects.toThrow(
      'lost',
    );
    expect(calls).toBe(1);
  });
});
