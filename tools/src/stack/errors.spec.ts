import { describe, expect, it } from '@jest/globals';
import { EXIT_UNREACHABLE, StackError } from './errors.js';

describe('a stack that refuses to start', () => {
  it('says so with a sentence, a stable code and the exit code of a lacking machine', () => {
    const error = new StackError('ERR_STACK_JAVA_MISSING', 'Java is missing: install Java 17.');
    expect(error).toMatchObject({
      name: 'StackError',
      code: 'ERR_STACK_JAVA_MISSING',
      exitCode: 3,
      message: 'Java is missing: install Java 17.',
    });
  });

  it('has an exit code of its own for a given broker or database that does not answer', () => {
    const error = new StackError('ERR_STACK_BROKER_UNREACHABLE', 'No answer.', EXIT_UNREACHABLE);
    expect(error.exitCode).toBe(4);
  });

  it('keeps what caused it', () => {
    const cause = new Error('ENOSPC');
    const error = new StackError('ERR_STACK_DISK_FULL', 'Full.', undefined, { cause });
    expect(error.cause).toBe(cause);
    expect(error.exitCode).toBe(3);
  });
});
