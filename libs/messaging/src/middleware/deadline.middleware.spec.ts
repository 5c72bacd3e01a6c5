import { describe, expect, it } from '@jest/globals';

import type { HandlerContext } from '../handler.js';
import type { Message } from '../message.js';
import { ok } from '../outcome.js';
import { deadline } from './deadline.middleware.js';

const context = (signal = new AbortController().signal): HandlerContext => ({
  group: 'g',
  topic: 'in',
  partition: 0,
  signal,
});
const messages = [{}, {}] as Message<unknown>[];
const forever = () => new Promise<never>(() => undefined);

describe('the deadline', () => {
  it('hands on what comes in time', async () => {
    const step = deadline(1_000)(async (batch) => batch.map(() => ok()));
    expect(await step(messages, context())).toHaveLength(2);
  });

  it('ends what does not, as TIMEOUT, and tells the handler by its signal', async () => {
    let signal: AbortSignal | undefined;
    const step = deadline(10)((_, inner) => {
      signal = inner.signal;
      return forever();
    });
    await expect(step(messages, context())).rejects.toMatchObject({
      code: 'ERR_MESSAGING_TIMEOUT',
      deadLetterClass: 'TIMEOUT',
      message: 'no answer for 2 message(s) within 10 ms',
    });
    expect(signal?.aborted).toBe(true);
  });

  it('lets go at once when the partition is lost', async () => {
    const controller = new AbortController();
    const running = deadline(60_000)(forever)(messages, context(controller.signal));
    controller.abort(new Error('lost'));
    await expect(running).rejects.toThrow('lost');
  });

  it('does not even start when the partition is lost already', async () => {
    let calls = 0;
    const step = deadline(1_000)(async () => {
      calls += 1;
      return [];
    });
    await expect(step(messages, context(AbortSignal.abort(new Error('lost'))))).rejects.toThrow(
      'lost',
    );
    expect(calls).toBe(0);
  });

  it('hands on the handler’s own errors', async () => {
    const step = deadline(1_000)(() => Promise.reject(new Error('own')));
    await expect(step(messages, context())).rejects.toThrow('own');
  });
});
