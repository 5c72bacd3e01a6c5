import { describe, expect, it } from '@jest/globals';
import type { Claim } from '@tocsin/contracts';
import { mentionOf, tellingOf } from '../testing/mentions.js';
import { canonicalise } from './canonicalise.js';
import { ClaimTable } from './claim-table.js';

const [claim] = mentionOf().claims as [Claim];
const saying = (id: string, changes: Partial<Claim>, syndicationId = 'agency') =>
  tellingOf(id, { claims: [{ ...claim, ...changes }] }, { syndicationId });

describe('the claims of copies', () => {
  it('stand once where they are the same words, as the first of them told it', () => {
    const table = new ClaimTable([saying('a', {}), saying('b', { start: 40, end: 52 })]);
    expect(table.claims).toMatchObject([{ articleId: 'a', claim: { start: 0 } }]);
    expect(table.moved('b-m', [0])).toEqual([0]);
    expect(table.at([0, 0])).toHaveLength(1);
  });

  it.each([
    ['field', { field: 'casualties.injured' }],
    ['value', { value: 3 }],
    ['words', { quote: 'a couple of officers' }],
    ['attribution', { attribution: [{ name: 'Anna', class: 'witness' as const }] }],
    ['firmness', { hedge: 'alleged' as const }],
    ['place in the page', { part: 'title' as const }],
  ])('stand side by side where they differ in %s', (_, changes) => {
    expect(new ClaimTable([saying('a', {}), saying('b', changes)]).claims).toHaveLength(2);
  });

  it('of texts of their own all stand', () => {
    const table = new ClaimTable([saying('a', {}, 'a'), saying('b', {}, 'b')]);
    expect(table.claims.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
  });

  it('pass to the next of them where the first is gone', () => {
    const [first, second] = [saying('a', {}), saying('b', {})];
    const both = canonicalise([first, second]);
    expect(both.claims.map(({ articleId }) => articleId)).toEqual(['a']);
    expect(both.casualties.killed?.claims).toEqual([0]);
    expect(both.sources.map(({ articleId }) => articleId)).toEqual(['a', 'b']);
    const left = canonicalise([second]);
    expect(left.claims.map(({ articleId }) => articleId)).toEqual(['b']);
    expect(left.casualties.killed?.claims).toEqual([0]);
  });

  it('are named once by who is named in both', () => {
    const victims = [{ words: 'a student', name: 'Ana Lopez', claims: [0] }];
    const copies = ['a', 'b'].map((id) => tellingOf(id, { victims }, { syndicationId: 'agency' }));
    expect(canonicalise(copies).victims).toMatchObject([{ claims: [0] }]);
  });
});
