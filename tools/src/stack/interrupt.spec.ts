import { EventEmitter } from 'node:events';
import { setTimeout as sleep } from 'node:timers/promises';
import { beforeEach, describe, expect, it } from '@jest/globals';
import { Interrupted, onInterrupt, type Interrupt } from './interrupt.js';

describe('a request to stop', () => {
  let source: EventEmitter;
  let interrupt: Interrupt;
  let clock: number;
  let hurried: boolean;

  beforeEach(() => {
    clock = 0;
    hurried = false;
    source = new EventEmitter();
    interrupt = onInterrupt(source, () => clock);
    void interrupt.again.then(() => (hurried = true));
  });
  const request = async (name: string, at: number) => {
    clock = at;
    source.emit(name);
    await sleep(0);
  };

  it.each(['SIGINT', 'SIGTERM', 'SIGHUP'])('by %s aborts', async (name) => {
    expect(interrupt.signal.aborted).toBe(false);
    await request(name, 10);
    expect(interrupt.signal.reason).toBeInstanceOf(Interrupted);
    expect(interrupt.signal.reason).toMatchObject({ exitCode: 130, code: 'ERR_INTERRUPTED' });
  });

  it('is also the death of the process that launched this one', async () => {
    await request('disconnect', 10);
    expect(interrupt.signal.aborted).toBe(true);
  });

  it('that arrives twice at once, from terminal and npm, is one', async () => {
    await request('SIGINT', 10);
    await request('SIGINT', 12);
    expect(hurried).toBe(false);
  });

  it('made again means now', async () => {
    await request('SIGINT', 10);
    await request('SIGINT', 2_000);
    expect(hurried).toBe(true);
  });

  it('is waited for without keeping the process alive', () => {
    let unref = 0;
    onInterrupt(Object.assign(new EventEmitter(), { channel: { unref: () => unref++ } }));
    expect(unref).toBe(1);
  });
});
