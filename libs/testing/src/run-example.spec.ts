import { describe, expect, it } from '@jest/globals';
import { runExample } from './run-example.js';

describe('an example that runs', () => {
  it('is heard line by line until it is stopped', async () => {
    const secret = `whsec_${Buffer.alloc(32).toString('base64')}`;
    const example = runExample('webhook-receiver.ts', { WEBHOOK_SECRET: secret, PORT: '0' });
    await example.until(({ listening }) => typeof listening === 'string');
    await example.stop();
    expect(example.lines).toHaveLength(1);
  }, 30_000);

  it('that breaks says what it said', async () => {
    const example = runExample('webhook-receiver.ts', { WEBHOOK_SECRET: '' });
    await expect(example.until(() => true)).rejects.toThrow(/Secret can't be empty/);
    await example.stop();
  }, 30_000);
});
