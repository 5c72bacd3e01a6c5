import { describe, expect, it } from '@jest/globals';
import { groupsOf, type Descendant } from './groups.js';

const article = (
  articleId: string,
  order: number,
  sourceId: string | null = null,
  syndicationId: string | null = null,
): Descendant => ({ articleId, order: BigInt(order), sourceId, syndicationId });

describe('groups of copies', () => {
  it('are all that descend from one original', () => {
    const groups = groupsOf([
      article('c', 3, 'b'),
      article('b', 2, 'a'),
      article('a', 1),
      article('d', 4),
    ]);
    expect(Object.fromEntries(groups)).toEqual({ a: 'a', b: 'a', c: 'a', d: 'd' });
  });

  it('keep their id when an earlier original turns up', () => {
    const groups = groupsOf([
      article('a', 1),
      article('b', 2, 'a', 'b'),
      article('c', 3, 'b', 'b'),
    ]);
    expect(new Set(groups.values())).toEqual(new Set(['b']));
  });

  it('get a new id when the article that named them has left', () => {
    const groups = groupsOf([
      article('a', 1, null, 'a'),
      article('b', 2, null, 'a'),
      article('c', 3, 'b', 'a'),
    ]);
    expect(Object.fromEntries(groups)).toEqual({ a: 'a', b: 'b', c: 'b' });
  });

  it('take the name of the earlier of two that become one', () => {
    const groups = groupsOf([
      article('z', 1),
      article('a', 2, 'z', 'a'),
      article('b', 3, 'z', 'b'),
    ]);
    expect(new Set(groups.values())).toEqual(new Set(['a']));
  });

  it('begin anew where the source is not known any more', () => {
    expect(groupsOf([article('b', 2, 'gone')]).get('b')).toBe('b');
  });
});
