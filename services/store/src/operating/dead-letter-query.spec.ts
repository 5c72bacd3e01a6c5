import { describe, expect, it } from '@jest/globals';
import { parseLetterQuery, parseLettersMeant, parseRedrive } from './dead-letter-query.js';

const ID = 'article-fetched/extractor/0/12';

describe('a question for dead letters', () => {
  it('asks for all without parameters', () => {
    expect(parseLetterQuery({})).toEqual({ filter: {}, limit: 50 });
  });

  it('says which by topic, group, class, code and time', () => {
    const filter = {
      topic: 'article-fetched',
      group: 'extractor',
      class: 'POISON',
      code: 'ERR_X',
      since: '2022-01-06T00:00:00Z',
      until: '2022-01-07T00:00:00Z',
    };
    expect(parseLetterQuery({ ...filter, limit: '5', cursor: ID })).toEqual({
      filter: { ...filter, since: 1641427200000, until: 1641513600000 },
      limit: 5,
      cursor: ID,
    });
  });

  it.each([
    { topic: 'Article' },
    { class: 'ODD' },
    { since: 'yesterday' },
    { limit: '0' },
    { limit: '201' },
    { cursor: 'x' },
    { topic: ['a', 'b'] },
    { sort: 'up' },
    { __proto__x: '1' },
  ])('that makes no sense is refused: %j', (query) => {
    expect(() => parseLetterQuery(query)).toThrow(
      expect.objectContaining({ status: 400, code: 'ERR_API_QUERY' }),
    );
  });
});

describe('a redrive', () => {
  const reason = 'mended';

  it('names letters or filters them, at a rate', () => {
    expect(parseRedrive({ ids: [ID, ID], reason })).toEqual({
      meant: { ids: [ID] },
      rate: 50,
      reason,
    });
    expect(parseRedrive({ filter: { group: 'store' }, again: true, rate: 5, reason })).toEqual({
      meant: { filter: { group: 'store' }, again: true },
      rate: 5,
      reason,
    });
  });

  it.each([
    undefined,
    [],
    {},
    { filter: {} },
    { ids: [] },
    { ids: ['x'] },
    { ids: Array(101).fill(ID) },
    { ids: [ID], filter: { group: 'store' } },
    { filter: { group: 'store' }, again: 'yes' },
    { filter: { group: 'store' }, force: true },
  ])('of %j is refused', (meant) => {
    expect(() => parseLettersMeant(meant)).toThrow(expect.objectContaining({ status: 400 }));
  });

  it.each([
    {},
    { reason: ' ' },
    { reason, rate: 0 },
    { reason, rate: 1.5 },
    { reason: 'x'.repeat(1_001) },
  ])('with %j is refused', (rest) => {
    expect(() => parseRedrive({ ids: [ID], ...rest })).toThrow(
      expect.objectContaining({ status: 400 }),
    );
  });
});
