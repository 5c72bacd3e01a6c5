import { describe, expect, it } from '@jest/globals';
import { postgresAccount } from './account.js';

const isRoot = process.getuid?.() === 0;

describe('the user that PostgreSQL runs as', () => {
  it(isRoot ? 'is a user of its own for root' : 'is the caller for an ordinary user', () => {
    const account = postgresAccount();
    expect(account === undefined).toBe(!isRoot);
    expect(account?.uid).not.toBe(0);
    expect(account?.gid).not.toBe(0);
  });

  it('stays the same from start to start', () => {
    expect(postgresAccount()).toEqual(postgresAccount());
  });
});
