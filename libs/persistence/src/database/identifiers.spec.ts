import { describe, expect, it } from '@jest/globals';
import { checkedIdentifier } from './identifiers.js';

describe('a name for a schema or role', () => {
  it.each(['store', 'tocsin_store', '_x1'])('is taken when it is plain: %s', (name) =>
    expect(checkedIdentifier(name)).toBe(name),
  );

  it.each(['', 'Store', '1st', 'a-b', 'a b', 'a"; DROP TABLE x', 'é', 'a'.repeat(49)])(
    'is refused otherwise: %j',
    (name) => expect(() => checkedIdentifier(name)).toThrow(/can't name a schema/),
  );
});
