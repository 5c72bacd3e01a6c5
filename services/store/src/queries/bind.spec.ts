import { expect, it } from '@jest/globals';
import { statement } from './bind.js';

it('a statement numbers its parameters in the order in which they are bound', () =>
  expect(statement((bind) => `SELECT ${bind('a')}, ${bind(2)}`)).toEqual({
    sql: 'SELECT $1, $2',
    params: ['a', 2],
  }));
