import { describe, expect, it } from '@jest/globals';
import { DependencyDownError, PermanentError } from '@tocsin/messaging';

import { protocolType, publishError, rejoin } from './kafka-errors.js';

const protocol = (type: string) => Object.assign(new Error(type), { type });

describe('errors of a publication in our terms', () => {
  it.each(['MESSAGE_TOO_LARGE', 'RECORD_LIST_TOO_LARGE'])('%s is the record’s fault', (type) => {
    const error = publishError(protocol(type));
    expect(error).toBeInstanceOf(PermanentError);
    expect((error as PermanentError).deadLetterClass).toBe('TOO_LARGE');
  });

  it.each(['NOT_ENOUGH_REPLICAS', 'UNKNOWN_TOPIC_OR_PARTITION'])('%s is not', (type) => {
    const error = publishError(protocol(type));
    expect(error).toBeInstanceOf(DependencyDownError);
    expect((error as DependencyDownError).code).toBe('ERR_KAFKA_PUBLISH');
  });

  it('are recognised however deep kafkajs has wrapped them, and kept as the cause', () => {
    const wrapped = new Error('gave up', {
      cause: new Error('x', { cause: protocol('MESSAGE_TOO_LARGE') }),
    });
    expect(protocolType(wrapped)).toBe('MESSAGE_TOO_LARGE');
    expect(publishError(wrapped)).toBeInstanceOf(PermanentError);
    expect(publishError(wrapped).cause).toBe(wrapped);
  });

  it('may be anything that was thrown', () => {
    expect(publishError('broken pipe').message).toBe('broken pipe');
    expect(protocolType(undefined)).toBeUndefined();
  });
});

describe('the wish to join the group again', () => {
  it('is what kafkajs takes for a rebalance', () => {
    expect(rejoin('lost')).toMatchObject({ message: 'lost', type: 'REBALANCE_IN_PROGRESS' });
  });
});
