import { describe, expect, it } from '@jest/globals';
import type { IncidentCurated, Mention } from '@tocsin/contracts';
import fc from 'fast-check';
import { mentionOf } from '../testing/mentions.js';
import { verdictsOf } from './verdicts.js';

/** Articles a to f each tell one thing, in one mention of the same name. */
const articles = ['a', 'b', 'c', 'd', 'e', 'f'];
const current = new Map(articles.map((id): [string, Mention[]] => [id, [mentionOf(id)]]));

const command = (
  action: IncidentCurated['action'],
  hour: number,
  incidents: readonly string[],
  mentionIds: string[] = [],
): IncidentCurated => ({
  commandId: `c${hour}`,
  action,
  incidentId: 'i0',
  otherIncidentIds: [],
  mentionIds,
  subjects: incidents.map((members, at) => ({
    incidentId: `i${at}`,
    mentions: [...members].map((id) => ({ articleId: id, mention: mentionOf(id) })),
  })),
  reason: `because ${hour}`,
  by: 'analyst',
  at: `2022-01-09T0${hour}:00:00.000Z`,
});

const told = (...commands: IncidentCurated[]) => {
  const { links, retracted } = verdictsOf(commands, current);
  return {
    links: links.map(({ a, b, verdict }) => `${a} ${b} ${verdict}`).sort(),
    retracted: [...retracted.keys()].sort(),
  };
};

describe('an analyst', () => {
  it('ties all that a merge names', () => {
    expect(told(command('merge', 1, ['ab', 'c'])).links).toEqual(['a b together', 'a c together']);
  });

  it('keeps what leaves from what stays, each side whole', () => {
    expect(told(command('split', 1, ['abcd'], ['c', 'd'])).links).toEqual([
      'a b together',
      'a c apart',
      'c d together',
    ]);
  });

  it('takes back what is told in any mention of the incident', () => {
    const { links, retracted } = told(command('retract', 1, ['ab']));
    expect(retracted).toEqual(['a', 'b']);
    expect(links).toEqual(['a b together']);
  });

  it('has the last word over what was said before', () => {
    const [merge, split] = [command('merge', 1, ['ab', 'c']), command('split', 2, ['abc'], ['c'])];
    expect(told(merge, split).links).toEqual(['a b together', 'a c apart']);
    expect(told(split, { ...merge, at: '2022-01-09T03:00:00.000Z' }).links).toEqual([
      'a b together',
      'a c together',
    ]);
  });

  it('keeps a part of a part from what the whole was kept from', () => {
    const first = command('split', 1, ['abc'], ['b', 'c']);
    expect(told(first, command('split', 2, ['bc'], ['c'])).links).toEqual([
      'a b apart',
      'a c apart',
      'b c apart',
    ]);
  });

  it('frees of a retraction what is split off or merged with what holds', () => {
    const retract = command('retract', 1, ['ab']);
    expect(told(retract, command('split', 2, ['ab'], ['b'])).retracted).toEqual(['a']);
    expect(told(retract, command('merge', 2, ['ab', 'c'])).retracted).toEqual([]);
  });
});

describe('a verdict holds', () => {
  const merge = command('merge', 1, ['a', 'b']);

  it('for the mentions that came in the place of those it named', () => {
    const anew = new Map([
      ['a', [mentionOf('a-of-v2')]],
      ['b', [mentionOf('b-of-v2')]],
    ]);
    expect(verdictsOf([merge], anew).links).toMatchObject([
      { a: 'a-of-v2', b: 'b-of-v2', verdict: 'together' },
    ]);
  });

  it('from when they come: until then it says nothing', () => {
    expect(verdictsOf([merge], new Map()).links).toEqual([]);
  });

  it('in whatever order the commands arrive', () => {
    const members = fc.subarray(articles, { minLength: 2 }).map((ids) => ids.join(''));
    const any = fc
      .tuple(
        fc.constantFrom('merge' as const, 'split' as const, 'retract' as const),
        fc.integer({ min: 0, max: 9 }),
        members,
      )
      .map(([action, hour, ids]) =>
        command(action, hour, action === 'merge' ? [...ids] : [ids], [...ids].slice(0, 1)),
      );
    const commands = fc.uniqueArray(any, { selector: ({ at }) => at, maxLength: 6 });
    fc.assert(
      fc.property(
        commands.chain((all) =>
          fc.tuple(fc.constant(all), fc.shuffledSubarray(all, { minLength: all.length })),
        ),
        ([all, shuffled]) => {
          expect(told(...shuffled)).toEqual(told(...all));
        },
      ),
    );
  });
});
