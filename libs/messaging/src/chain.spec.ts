import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';

import { pause, until } from './conformance/harness.js';
import type { Item } from './conformance/scene.js';
import { Scene } from './conformance/scene.js';
import { DependencyDownError, PermanentError, TransientError } from './errors.js';
import type { BatchHandler } from './handler.js';
import { deadLetterHeader } from './headers.js';
import { eachMessage } from './lift.js';
import { headerText } from './message.js';
import { deadLetter, drop, ok } from './outcome.js';

let scene: Scene;
beforeEach(() => {
  scene = new Scene();
});
afterEach(() => scene.broker.close());

const echo = eachMessage<Item, never>(async ({ payload }) =>
  ok({ topic: 'out', key: `${payload.n}`, value: { n: payload.n } }),
);
const echoOr = (bad: number, fail: () => never): BatchHandler<Item> =>
  eachMessage(async ({ payload }) => {
    if (payload.n === bad) fail();
    return ok({ topic: 'out', key: `${payload.n}`, value: { n: payload.n } });
  });

const permanent = () => {
  throw new PermanentError('ERR_BAD', 'can not be handled');
};

describe('a batch that goes well', () => {
  it('is published in order, then committed behind its last record', async () => {
    await scene.send(1, 2, 3);
    await scene.broker.subscribe(scene.consumption(echo as never).request);
    await scene.reaches(3n);
    expect(scene.values('out')).toEqual([{ n: 1 }, { n: 2 }, { n: 3 }]);
  });

  it('commits nothing before the slowest record is finished, however they end', async () => {
    let finishFirst: () => void = () => undefined;
    const first = new Promise<void>((resolve) => (finishFirst = resolve));
    let others = 0;
    const handler: BatchHandler<Item> = (messages) =>
      Promise.all(
        messages.map(async ({ payload }) => {
          if (payload.n === 1) await first;
          else others += 1;
          return ok();
        }),
      );
    await scene.send(1, 2, 3);
    await scene.broker.subscribe(scene.consumption(handler).request);
    await until('the others', () => others === 2);
    await pause(20);
    expect(await scene.committed()).toBeUndefined();
    finishFirst();
    await scene.reaches(3n);
  });

  it('hands tombstones on as null and counts drops as finished', async () => {
    const payloads: unknown[] = [];
    const handler = eachMessage<Item, never>(async ({ payload }) => {
      payloads.push(payload);
      return drop('ERR_OLD', 'not news');
    });
    await scene.send(1, null);
    await scene.broker.subscribe(scene.consumption(handler as never).request);
    await scene.reaches(2n);
    expect(payloads).toEqual([{ n: 1 }, null]);
    expect(scene.environment.codes()).toEqual(['ERR_OLD', 'ERR_OLD']);
  });
});

describe('a batch with one bad record', () => {
  it('is bisected until that record is alone, and the others take effect', async () => {
    const sizes: number[] = [];
    const failing = echoOr(5, permanent);
    const handler: BatchHandler<Item> = (messages, context) => {
      sizes.push(messages.length);
      return failing(messages, context);
    };
    await scene.send(0, 1, 2, 3, 4, 5, 6, 7);
    await scene.broker.subscribe(scene.consumption(handler).request);
    await scene.reaches(8n);
    expect(sizes).toEqual([8, 4, 4, 2, 1, 1, 2]);
    expect(scene.values('out').map((value) => (value as Item).n)).toEqual([0, 1, 2, 3, 4, 6, 7]);
    expect(scene.letters().map(({ value }) => String(value))).toEqual(['{"n":5}']);
  });

  it('keeps key, value bytes and headers of the dead letter, and says why and where', async () => {
    await scene.send(1, '{"n": 2,, }', 3);
    await scene.broker.subscribe(scene.consumption(echo as never).request);
    await scene.reaches(3n);
    const [letter] = scene.letters();
    expect(String(letter?.value)).toBe('{"n": 2,, }');
    expect(String(letter?.key)).toBe('k{"n": 2,, }');
    const header = (name: string) => letter && headerText(letter, name);
    expect(header('mark')).toBe('{"n": 2,, }');
    expect(header(deadLetterHeader.class)).toBe('POISON');
    expect(header(deadLetterHeader.stage)).toBe('decode');
    expect(header(deadLetterHeader.topic)).toBe('in');
    expect(header(deadLetterHeader.partition)).toBe('0');
    expect(header(deadLetterHeader.offset)).toBe('1');
    expect(header(deadLetterHeader.group)).toBe('g');
  });

  it.each([
    ['{"invalid":true}', 'SCHEMA'],
    ['nonsense', 'POISON'],
  ])('calls %s %s', async (value, expected) => {
    await scene.send(value);
    await scene.broker.subscribe(scene.consumption(echo as never).request);
    await scene.reaches(1n);
    const [letter] = scene.letters();
    expect(letter && headerText(letter, deadLetterHeader.class)).toBe(expected);
  });

  it('calls an output that the broker refuses for its size TOO_LARGE', async () => {
    const handler = eachMessage<Item, never>(async ({ payload }) =>
      ok({ topic: 'out', key: 'k', value: { n: payload.n, text: 'x'.repeat(payload.n) } }),
    );
    await scene.send(1, 20_000, 2);
    await scene.broker.subscribe(scene.consumption(handler as never).request);
    await scene.reaches(3n);
    const [letter, ...more] = scene.letters();
    expect(letter && headerText(letter, deadLetterHeader.class)).toBe('TOO_LARGE');
    expect(more).toEqual([]);
    expect(new Set(scene.values('out').map((value) => (value as Item).n))).toEqual(new Set([1, 2]));
  });

  it('ends a handler that takes too long: its signal aborts, the record is TIMEOUT', async () => {
    let wasTold = false;
    const handler = eachMessage<Item, never>(
      async ({ payload }, { signal }: { signal: AbortSignal }) => {
        if (payload.n !== 2) return ok();
        signal.addEventListener('abort', () => (wasTold = true));
        return new Promise<never>(() => undefined);
      },
    );
    await scene.send(1, 2, 3);
    await scene.broker.subscribe(scene.consumption(handler as never, { deadlineMs: 20 }).request);
    await scene.reaches(3n);
    const [letter] = scene.letters();
    expect(letter && headerText(letter, deadLetterHeader.class)).toBe('TIMEOUT');
    expect(wasTold).toBe(true);
  });
});

describe('what is not the record’s fault', () => {
  it('a dependency that is down makes the batch wait on its offset, and nothing else', async () => {
    let down = 5;
    const handler: BatchHandler<Item> = async (messages) => {
      if (down-- > 0) throw new DependencyDownError('ERR_DB', 'no database');
      return messages.map(() => ok());
    };
    await scene.send(1, 2);
    await scene.broker.subscribe(scene.consumption(handler).request);
    await scene.reaches(2n);
    expect(scene.letters()).toEqual([]);
    expect(scene.broker.read(scene.retry)).toEqual([]);
    expect(scene.environment.slept).toEqual([50, 100, 200, 400, 800]);
  });

  it('a failed publication is never a dead letter', async () => {
    let failures = 4;
    scene.broker.refuse = ([record]) => {
      if (record?.topic === 'out' && failures-- > 0) {
        throw new DependencyDownError('ERR_BROKER', 'no broker');
      }
    };
    await scene.send(1);
    await scene.broker.subscribe(scene.consumption(echo as never).request);
    await scene.reaches(1n);
    expect(scene.letters()).toEqual([]);
    expect(scene.values('out')).toEqual([{ n: 1 }]);
  });

  it('a dead letter that can not be written keeps the offset where it is', async () => {
    let writable = false;
    let tries = 0;
    scene.broker.refuse = ([record]) => {
      if (record?.topic !== scene.dlq || writable) return;
      tries += 1;
      throw new DependencyDownError('ERR_BROKER', 'unwritable');
    };
    await scene.send(1);
    await scene.broker.subscribe(scene.consumption(echoOr(1, permanent)).request);
    await until('some tries', () => tries >= 5);
    expect(await scene.committed()).toBeUndefined();
    expect(scene.environment.codes()).toContain('ERR_MESSAGING_DEAD_LETTER_WRITE');
    writable = true;
    await scene.reaches(1n);
    expect(scene.letters()).toHaveLength(1);
  });

  it('a transient failure is tried again here, then by way of the retry topic', async () => {
    let failures = 5;
    const handler = echoOr(2, () => {
      if (failures-- > 0) throw new TransientError('ERR_BUSY', 'busy');
      return undefined as never;
    });
    await scene.send(1, 2, 3);
    await scene.broker.subscribe(scene.consumption(handler).request);
    await scene.reaches(3n);
    await scene.reaches(1n, scene.retry);
    expect(scene.values('out')).toContainEqual({ n: 2 });
    expect(scene.letters()).toEqual([]);
    // The retry topic's record waited until it was due: ten seconds and the jitter.
    expect(Math.max(...scene.environment.slept)).toBeGreaterThan(9_000);
  });

  it('a failure that outlasts every retry is a dead letter with its first place', async () => {
    await scene.send(1, 2);
    const handler = echoOr(2, () => {
      throw new TransientError('ERR_BUSY', 'busy');
    });
    await scene.broker.subscribe(scene.consumption(handler).request);
    await scene.reaches(1n, scene.retry);
    const [letter] = scene.letters();
    const header = (name: string) => letter && headerText(letter, name);
    expect(header(deadLetterHeader.class)).toBe('TRANSIENT');
    expect(header(deadLetterHeader.topic)).toBe('in');
    expect(header(deadLetterHeader.offset)).toBe('1');
    expect(header(deadLetterHeader.deliveryCount)).toBe('2');
  });

  it('a lost partition ends the work before its next effect, and nothing is committed', async () => {
    let started = false;
    const handler: BatchHandler<Item> = async (messages, { signal }) => {
      started = true;
      await new Promise((resolve) => signal.addEventListener('abort', resolve));
      return messages.map(({ payload }) => ok({ topic: 'out', key: 'k', value: payload }));
    };
    await scene.send(1);
    const first = await scene.broker.subscribe(scene.consumption(handler).request);
    await until('the handler', () => started);
    await first.stop(0);
    await pause(20);
    expect(await scene.committed()).toBeUndefined();
    expect(scene.broker.read('out')).toEqual([]);
    await scene.broker.subscribe(scene.consumption(echo as never).request);
    await scene.reaches(1n);
    expect(scene.values('out')).toEqual([{ n: 1 }]);
  });
});

describe('the fuse', () => {
  const allBad: BatchHandler<Item> = async (messages) =>
    messages.map(() => deadLetter('PERMANENT', new Error('all bad')));
  const numbers = Array.from({ length: 50 }, (_, i) => i);

  it('blows after twenty dead letters in a row, and the rest stays where it is', async () => {
    await scene.send(...numbers);
    const consumption = scene.consumption(allBad);
    await scene.broker.subscribe(consumption.request);
    await scene.reaches(20n);
    await pause(20);
    expect(scene.letters()).toHaveLength(20);
    expect(consumption.halted()).toEqual({ 'in/0': 'fuse' });
    expect(scene.environment.codes()).toContain('ERR_MESSAGING_FUSE');
  });

  it('stays blown over a restart, and goes on where it stood when it is released', async () => {
    await scene.send(...numbers);
    const before = await scene.broker.subscribe(scene.consumption(allBad).request);
    await scene.reaches(20n);
    await before.stop(100);

    const consumption = scene.consumption(echo as never);
    await scene.broker.subscribe(consumption.request);
    await until('the halt', () => consumption.halted()['in/0'] === 'fuse');
    await pause(20);
    expect((await scene.committed())?.offset).toBe(20n);

    await consumption.releaseFuse('in', 0);
    await scene.reaches(50n);
    expect(scene.values('out')).toEqual(numbers.slice(20).map((n) => ({ n })));
    expect(consumption.halted()).toEqual({});
  });
});

describe('how records ended', () => {
  it('is published for every one of them exactly once, before the commit', async () => {
    const handler = echoOr(2, permanent);
    const consumption = scene.consumption(
      handler,
      {},
      {
        onSettled: (message, outcome) => [
          { topic: 'ends', key: 'k', value: { at: Number(message.offset), kind: outcome.kind } },
        ],
      },
    );
    await scene.send(1, 2, 3);
    await scene.broker.subscribe(consumption.request);
    await scene.reaches(3n);
    expect(scene.values('ends')).toEqual([
      { at: 0, kind: 'ok' },
      { at: 1, kind: 'deadLetter' },
      { at: 2, kind: 'ok' },
    ]);
  });
});
