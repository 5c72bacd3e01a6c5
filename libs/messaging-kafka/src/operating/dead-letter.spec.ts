import { expect, it } from '@jest/globals';
import { toDeadLetter } from './dead-letter.js';

const bare = { topic: 't', partition: 2, offset: 9n, key: null, value: null, timestamp: 0 };

it('reads what it can of headers that others broke', () => {
  const headers = {
    '__dlq.errors.offset': Buffer.from('no number'),
    'x-dlq-class': Buffer.from('POISON'),
    traceparent: Buffer.from('nonsense'),
  };
  expect(toDeadLetter({ ...bare, headers })).toMatchObject({
    partition: 2,
    offset: 9n,
    class: 'POISON',
    exception: '',
    origin: { topic: '', offset: 0n },
    traceId: null,
  });
});
