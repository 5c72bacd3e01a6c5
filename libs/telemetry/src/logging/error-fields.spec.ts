import { describe, expect, it } from '@jest/globals';
import { errorFields } from './error-fields.js';

const TEXT = 'A whole article. '.repeat(500);

describe('an error in the log', () => {
  it('is its type, code, message and places', () => {
    const error = Object.assign(new TypeError('it broke'), { code: 'ERR_X' });
    expect(errorFields(error)).toEqual({
      type: 'TypeError',
      code: 'ERR_X',
      message: 'it broke',
      stack: expect.stringMatching(/^\s+at /),
    });
  });

  it('carries no statement, no parameters and no text that it failed on', () => {
    const query = Object.assign(new Error(`value too long: ${TEXT}`), {
      query: 'INSERT INTO article VALUES ($1)',
      parameters: [TEXT],
      driverError: { detail: TEXT, code: '22001' },
    });
    const text = JSON.stringify(errorFields(query));
    expect(text).not.toMatch(/INSERT|parameters|detail/);
    expect(text.length).toBeLessThan(3_000);
  });

  it('tells what caused it, some steps down', () => {
    const causes = [0, 1, 2, 3, 4, 5].reduce<Error>(
      (cause, n) => new Error(`step ${n}`, { cause }),
      new Error('the disk is full'),
    );
    const told = errorFields(new Error('the write failed', { cause: new Error('no space') }));
    expect(told.cause).toMatchObject({ type: 'Error', message: 'no space' });
    expect(JSON.stringify(errorFields(causes)).match(/"message"/g)).toHaveLength(4);
  });

  it('may be anything that was thrown', () => {
    expect(errorFields('no')).toEqual({ type: 'string', message: 'no' });
    expect(errorFields(undefined)).toEqual({ type: 'undefined', message: 'undefined' });
    expect(errorFields(null)).toEqual({ type: 'object', message: 'null' });
  });
});
