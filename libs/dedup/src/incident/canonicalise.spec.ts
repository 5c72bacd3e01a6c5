import { describe, expect, it } from '@jest/globals';
import fc from 'fast-check';
import { casualtiesOf, mentionOf, tellingOf } from '../testing/mentions.js';
import { canonicalise } from './canonicalise.js';
import type { Telling } from './telling.js';

const { what, where, when } = mentionOf();

describe('what all tellings together say', () => {
  it('is a candidate from one source, corroborated from two, and copies are one', () => {
    const one = tellingOf('a');
    const copy = tellingOf('b', {}, { syndicationId: 'a' });
    expect(canonicalise([one])).toMatchObject({ evidence: 'candidate', independentSourceCount: 1 });
    expect(canonicalise([one, copy])).toMatchObject({ evidence: 'candidate', articleCount: 2 });
    expect(canonicalise([one, copy, tellingOf('c')])).toMatchObject({
      evidence: 'corroborated',
      independentSourceCount: 2,
    });
  });

  it('counts articles of one outlet, and those that cite one outlet for all they say, as one source', () => {
    const citing = (name: string) => ({
      claims: mentionOf().claims.map((claim) => ({
        ...claim,
        attribution: [{ name, class: 'media' as const }, ...claim.attribution],
      })),
    });
    const of = (siteName: string | null, id: string, changes = {}) => {
      const telling = tellingOf(id, changes);
      return { ...telling, source: { ...telling.source, siteName } };
    };
    const sources = (...tellings: Telling[]) => canonicalise(tellings).independentSourceCount;
    expect(sources(of('Daily', 'a'), of('The Daily', 'b'), of(null, 'c'))).toBe(2);
    expect(sources(of('Daily', 'a', citing('Wire')), of('Post', 'b', citing('wire')))).toBe(1);
    expect(sources(of('Wire', 'a'), of('Post', 'b', citing('Wire')))).toBe(1);
    expect(sources(of('Daily', 'a', citing('Wire')), of('Post', 'b'))).toBe(2);
  });

  it('is disputed when one source denies that it happened', () => {
    expect(canonicalise([tellingOf('a'), tellingOf('b', { realis: 'negated' })]).evidence).toBe(
      'disputed',
    );
  });

  it('takes the toll that most independent sources give', () => {
    const three = { casualties: casualtiesOf(3) };
    const { casualties, conflicts } = canonicalise([
      tellingOf('a', three),
      tellingOf('b'),
      tellingOf('c', three),
    ]);
    expect(casualties.killed).toMatchObject({ low: 2, best: 3, high: 3 });
    expect(conflicts).toMatchObject([{ field: 'casualties.killed' }]);
  });

  it('lets a later toll overtake an earlier one, however many told that', () => {
    const { casualties, conflicts } = canonicalise([
      tellingOf('a', {}, { hour: 0 }),
      tellingOf('b', {}, { hour: 1 }),
      tellingOf('c', { casualties: casualtiesOf(12) }, { hour: 40 }),
    ]);
    expect(casualties.killed).toMatchObject({ low: 12, best: 12 });
    expect(conflicts).toEqual([]);
  });

  it('never sums tolls, nor takes one from background or a running total', () => {
    const { casualties } = canonicalise([
      tellingOf('a'),
      tellingOf('b', { background: true, casualties: casualtiesOf(50) }),
      tellingOf('c', { kind: 'aggregate', casualties: casualtiesOf(353) }),
    ]);
    expect(casualties.killed?.best).toBe(2);
  });

  it('prefers the exact place and day and never invents one', () => {
    const vague = {
      where: {
        ...where,
        place: null,
        latitude: null,
        longitude: null,
        geonameId: null,
        geoPrecision: 3,
      },
      when: { ...when, start: null, datePrecision: 3 },
    };
    expect(
      canonicalise([tellingOf('a', vague), tellingOf('b', vague), tellingOf('c')]),
    ).toMatchObject({
      where: { place: 'Almaty' },
      when: { start: '2022-01-05' },
    });
    expect(canonicalise([tellingOf('a', vague)]).where.latitude).toBeNull();
  });

  it('keeps every claim and points into them', () => {
    const content = canonicalise([tellingOf('a'), tellingOf('b')]);
    expect(content.claims).toHaveLength(2);
    const indexes = content.casualties.killed?.claims ?? [];
    expect(indexes.map((at) => content.claims[at]?.articleId)).toEqual(['a', 'b']);
  });

  it('names everyone once', () => {
    const victims = [{ words: 'a student', name: 'Ana Lopez', claims: [0] }];
    const older = [{ words: 'Lopez, 19', name: 'Ana Lopez', age: 19, claims: [0] }];
    expect(
      canonicalise([tellingOf('a', { victims }), tellingOf('b', { victims: older })]).victims,
    ).toEqual([{ words: 'a student', name: 'Ana Lopez', age: 19, claims: [0, 1] }]);
  });

  it('says in which types the sources disagree', () => {
    const battle = {
      what: { ...what, acledEventType: 'Battles', acledSubEventType: 'Armed clash' } as const,
    };
    const claims = [{ ...(mentionOf().claims[0] as never as object), field: 'type' }] as never;
    const { conflicts } = canonicalise([
      tellingOf('a', { claims }),
      tellingOf('b', { ...battle, claims }),
    ]);
    expect(conflicts.map(({ field }) => field)).toContain('type');
  });

  it('needs someone who reports it', () => {
    expect(() => canonicalise([tellingOf('a', { background: true })])).toThrow(RangeError);
  });

  it('does not depend on the order of the tellings', () => {
    const tellings = [
      tellingOf('a', { casualties: casualtiesOf(3) }, { hour: 3 }),
      tellingOf('b', { confidence: 0.9 }, { syndicationId: 'a' }),
      tellingOf('c', { where: { ...where, geonameId: 7, place: 'Almaty city' } }, { hour: 20 }),
      tellingOf('d', { when: { ...when, start: '2022-01-06', end: '2022-01-06' } }, { hour: 5 }),
      tellingOf('e', { casualties: casualtiesOf(null), realis: 'negated' }),
    ];
    const expected = canonicalise(tellings);
    fc.assert(
      fc.property(fc.shuffledSubarray(tellings, { minLength: 5 }), (shuffled) => {
        expect(canonicalise(shuffled)).toEqual(expected);
      }),
    );
  });
});
