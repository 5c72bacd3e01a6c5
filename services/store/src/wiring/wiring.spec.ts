import { describe, expect, it } from '@jest/globals';
import { retryTopicsOf } from '@tocsin/contracts';
import { PermanentError, retryTopic } from '@tocsin/messaging';
import { message, settled } from '../testing/records.js';
import { contractCodec } from './contract-codec.js';
import { outboxEncoder } from './outbox-encoder.js';
import { SERVICE, topology } from './topology.js';

describe('the codec', () => {
  it('takes a value there and back', () => {
    const bytes = contractCodec.encode('article-settled', settled());
    expect(contractCodec.decode('article-settled', '1', bytes)).toEqual(settled());
  });

  it('files unreadable bytes as poison', () => {
    const decode = () => contractCodec.decode('article-settled', '1', Buffer.from('{'));
    expect(decode).toThrow(PermanentError);
    expect(decode).toThrow(expect.objectContaining({ deadLetterClass: 'POISON' }));
  });

  it('knows no topic without a contract', () =>
    expect(() => contractCodec.schemaVersion('gossip')).toThrow(/No contract/));
});

describe('an output on its way to the outbox', () => {
  const encode = outboxEncoder(SERVICE, contractCodec, () => 0);
  it('carries its type, its version and the trace of what caused it', () => {
    const source = message(settled());
    const output = { topic: 'article-settled', key: 'a1', value: settled() };
    const record = encode(output, 0, source);
    expect(record).toEqual(encode(output, 0, source));
    expect(record).toMatchObject({
      topic: 'article-settled',
      key: 'a1',
      headers: {
        ce_type: 'tocsin.article-settled',
        ce_time: '1970-01-01T00:00:00.000Z',
        'schema-version': '1',
        traceparent: '00-trace',
      },
    });
  });
});

describe('the topology', () => {
  it('retries by the topics that the contracts provide', () => {
    const subscriptions = topology({} as never, () => 0);
    expect(subscriptions.map(({ topic }) => topic)).toHaveLength(4);
    for (const { topic, options } of subscriptions) {
      const names = options?.retry?.delays.map(({ name }) => retryTopic(topic, SERVICE, name));
      expect(names).toEqual(retryTopicsOf(topic as 'article-settled', SERVICE).map((r) => r.name));
    }
  });
});
