import { describe, expect, it } from '@jest/globals';
import { OneAtATime, type Job } from './one-at-a-time.js';
import type { Operations } from './operations.js';

/** Operations that remember what they were told, and work that ends when it is let. */
function scene(advice?: string) {
  const told: unknown[] = [];
  const operations = {
    begin: async (asked: object) => ({ id: 'o1', ...asked }),
    progress: async (id: string, counts: object) => void told.push([id, { ...counts }]),
    end: async (id: string, counts: object, error: string | null) => {
      told.push([id, { ...counts }, error]);
    },
  } as unknown as Operations;
  const jobs = new OneAtATime(operations, {
    busy: { code: 'ERR_SPEC_RUNNING', message: 'Wait.' },
    sentenceOf: (error) => (error as Error).message,
    ...(advice === undefined ? {} : { advice }),
  });
  const asked = { kind: 'redrive', by: 'ops', reason: 'spec', request: {} } as const;
  const begin = (work: (job: Job) => Promise<void>) => jobs.begin(asked, { sent: 0 }, work);
  return { jobs, told, begin };
}

/** All that has been promised so far. */
const settle = () => new Promise((resolve) => setImmediate(resolve));

describe('an operation that goes on after the answer', () => {
  it('is answered at once, tells how far it is, and ends with its counts', async () => {
    const { told, begin } = scene();
    const answer = await begin(async ({ counts, heard }) => {
      counts['sent'] = 3;
      await heard();
      counts['sent'] = 5;
    });
    expect(answer).toMatchObject({ id: 'o1', by: 'ops' });
    await settle();
    expect(told).toEqual([
      ['o1', { sent: 3 }],
      ['o1', { sent: 5 }, null],
    ]);
  });

  it('runs alone; the next one may begin when it is over, however it ended', async () => {
    const { told, begin } = scene('Ask again.');
    const { promise, reject } = Promise.withResolvers<void>();
    await begin(() => promise);
    await expect(begin(async () => undefined)).rejects.toMatchObject({ code: 'ERR_SPEC_RUNNING' });
    reject(new Error('The broker was away.'));
    await settle();
    expect(told).toEqual([['o1', { sent: 0 }, 'The broker was away. Ask again.']]);
    await begin(async () => undefined);
  });

  it('is told to end when the service stops, which waits for it', async () => {
    const { jobs, told, begin } = scene();
    await begin(
      ({ signal }) =>
        new Promise((_, reject) => signal.addEventListener('abort', () => reject(signal.reason))),
    );
    await settle();
    await jobs.stop();
    expect(told).toEqual([['o1', { sent: 0 }, 'The store was stopped meanwhile.']]);
  });
});
