import { describe, expect, it } from '@jest/globals';
import { DependencyDownError } from '@tocsin/messaging';
import type { Context } from '../context.js';
import { withBroker } from './with-broker.js';

const context = { config: () => ({ brokers: ['127.0.0.1:9'] }) } as unknown as Context;

describe('work with the broker', () => {
  it('gives what it gave', async () => {
    expect(await withBroker(context, async () => 5)).toBe(5);
  });

  it('that finds no broker says where it looked and which setting moves it', async () => {
    const away = new DependencyDownError('ERR_KAFKA_ADMIN', 'connection refused');
    await expect(withBroker(context, () => Promise.reject(away))).rejects.toMatchObject({
      code: 'ERR_CLI_UNREACHABLE',
      message:
        "Kafka at 127.0.0.1:9 doesn't answer (connection refused); start it with npm start or set KAFKA_BROKERS.",
    });
  });

  it('keeps its own errors', async () => {
    const own = new Error('mine');
    await expect(withBroker(context, () => Promise.reject(own))).rejects.toBe(own);
  });
});
