import { describe, expect, it } from '@jest/globals';
import { DependencyDownError, PermanentError, TransientError } from '@tocsin/messaging';
import { QueryFailedError, QueryRunnerAlreadyReleasedError } from 'typeorm';
import { isCollision, toDatabaseError } from './database-errors.js';

const failure = (code: string | undefined, message = 'no') =>
  Object.assign(new Error(message), code === undefined ? {} : { code });

describe('a database that can not work now', () => {
  it.each(['08006', '08P01', '53100', '53300', '57P01', '57P03', '58030', '25006', 'ECONNREFUSED'])(
    'is a dependency that is down (%s)',
    (code) => expect(toDatabaseError(failure(code))).toBeInstanceOf(DependencyDownError),
  );

  it.each([
    'Connection terminated unexpectedly',
    'timeout exceeded when trying to connect',
    'Client has encountered a connection error and is not queryable',
  ])('is recognised where the driver gives no code: %s', (message) =>
    expect(toDatabaseError(failure(undefined, message))).toBeInstanceOf(DependencyDownError),
  );

  it('is recognised when its breaking was noticed before the statement', () =>
    expect(toDatabaseError(new QueryRunnerAlreadyReleasedError())).toBeInstanceOf(
      DependencyDownError,
    ));

  it('is recognised through TypeORM and through a list of addresses', () => {
    const refused = failure('ECONNREFUSED');
    const wrapped = new QueryFailedError('SELECT', [], failure('57P01'));
    expect(toDatabaseError(wrapped)).toBeInstanceOf(DependencyDownError);
    expect(toDatabaseError(new AggregateError([refused, refused]))).toBeInstanceOf(
      DependencyDownError,
    );
  });

  it('is not suspected because a message speaks of connections', () => {
    const error = failure('22P02', 'connection terminated is no integer');
    expect(toDatabaseError(error)).toBe(error);
  });
});

it.each(['42P01', '42703', '42883'])('a schema of another release is waited for (%s)', (code) => {
  const error = toDatabaseError(failure(code, 'column "value" does not exist'));
  expect(error).toBeInstanceOf(DependencyDownError);
  expect(error).toMatchObject({ code: 'ERR_PERSISTENCE_SCHEMA' });
});

describe('a database that refuses us or is not to be trusted', () => {
  it.each(['28P01', '28000'])('is waited for under a code of its own (%s)', (code) => {
    const error = toDatabaseError(failure(code, 'password authentication failed'));
    expect(error).toBeInstanceOf(DependencyDownError);
    expect(error).toMatchObject({ code: 'ERR_PERSISTENCE_AUTH' });
  });

  it.each([
    failure('SELF_SIGNED_CERT_IN_CHAIN'),
    failure('UNABLE_TO_VERIFY_LEAF_SIGNATURE'),
    failure('ERR_TLS_CERT_ALTNAME_INVALID'),
    failure('CERT_HAS_EXPIRED'),
    failure(undefined, 'The server does not support SSL connections'),
  ])('is told apart from one that is away ($code)', (error) => {
    expect(toDatabaseError(error)).toMatchObject({ code: 'ERR_PERSISTENCE_TLS' });
  });
});

describe('a collision of transactions', () => {
  it.each(['40001', '40P01'])('is passing and cured by running again (%s)', (code) => {
    const error = toDatabaseError(failure(code));
    expect(error).toBeInstanceOf(TransientError);
    expect(isCollision(error)).toBe(true);
  });

  it.each(['55P03', '57014'])(
    'but a timeout is not cured by running again at once (%s)',
    (code) => {
      const error = toDatabaseError(failure(code));
      expect(error).toBeInstanceOf(TransientError);
      expect(isCollision(error)).toBe(false);
    },
  );
});

describe('everything else', () => {
  it('passes unchanged', () => {
    const unique = failure('23505');
    const ours = new PermanentError('ERR_X', 'ours');
    expect(toDatabaseError(unique)).toBe(unique);
    expect(toDatabaseError(ours)).toBe(ours);
    expect(toDatabaseError('text')).toBe('text');
  });
});
