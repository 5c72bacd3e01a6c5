import { describe, expect, it } from '@jest/globals';
import { untilSeen } from './until-seen.js';

describe('what a broker has accepted', () => {
  it('is waited for until it is seen', async () => {
    const answers = [false, false, true];
    await untilSeen('the topics', async () => answers.shift() ?? true);
    expect(answers).toEqual([]);
  });

  it('is not waited for forever', async () => {
    await expect(untilSeen('the topics', async () => false, 300)).rejects.toMatchObject({
      code: 'ERR_KAFKA_ADMIN',
      message: "The brokers don't show the topics yet.",
    });
  });

  it('passes on what the question throws', async () => {
    await expect(untilSeen('x', () => Promise.reject(new Error('away')))).rejects.toThrow('away');
  });
});
