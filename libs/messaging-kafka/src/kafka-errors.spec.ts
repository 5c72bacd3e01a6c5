import { describe, expect, it } from '@jest/globals';
import { DependencyDownError, PermanentError } from '@tocsin/messaging';

import { brokerError, protocolType, publishError, rejoin } from './kafka-errors.js';

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

describe('a broker that refuses us', () => {
  const named = (name: string, message: string) => Object.assign(new Error(message), { name });
  const gaveUp = (cause: Error) => Object.assign(new Error('gave up'), { cause });

  it.each([
    ['ERR_KAFKA_AUTH', named('KafkaJSSASLAuthenticationError', 'authentication failed')],
    ['ERR_KAFKA_TLS', named('KafkaJSConnectionError', 'Connection error: self-signed certificate')],
    ['ERR_KAFKA_TLS', named('KafkaJSConnectionError', "Host: x. is not in the cert's altnames")],
    ['ERR_KAFKA_DENIED', protocol('TOPIC_AUTHORIZATION_FAILED')],
    ['ERR_KAFKA_DENIED', protocol('GROUP_AUTHORIZATION_FAILED')],
  ])('is told apart from one that is away, as %s, and waited for', (code, cause) => {
    for (const error of [cause, gaveUp(cause)]) {
      expect(brokerError('ERR_KAFKA_ADMIN', error)).toMatchObject({ code, cause: error });
      expect(publishError(error)).toBeInstanceOf(DependencyDownError);
    }
  });

  it('is not suspected where it is only away', () => {
    const away = named('KafkaJSConnectionError', 'connect ECONNREFUSED 127.0.0.1:9092');
    expect(brokerError('ERR_KAFKA_ADMIN', away).code).toBe('ERR_KAFKA_ADMIN');
  });
});

describe('the wish to join the group again', () => {
  it('is what kafkajs takes for a rebalance', () => {
    expect(rejoin('lost')).toMatchObject({ message: 'lost', type: 'REBALANCE_IN_PROGRESS' });
  });
});
