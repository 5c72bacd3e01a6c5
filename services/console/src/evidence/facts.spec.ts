import { describe, expect, it } from '@jest/globals';
import { claim, figure, incident } from '../testing/incident.js';
import { sectionsOf } from './facts.js';

const base = incident();
const facts = (title: string, of = base) =>
  sectionsOf(of).find((section) => section.title === title)?.facts ?? [];
const claims = [
  claim({ field: 'when' }),
  claim({ field: 'where' }),
  claim(),
  claim({ field: 'type' }),
];

describe('what is known of an incident', () => {
  it('is told in the order in which one asks', () => {
    expect(sectionsOf(base).map(({ title }) => title)).toEqual([
      'What',
      'Where',
      'When',
      'How many',
    ]);
  });

  it('names the kind in the words of the field', () => {
    const [what] = facts('What', incident({ claims }));
    expect(what).toMatchObject({
      label: 'political',
      value: 'Violent demonstration',
      notes: ['Riots', 'PLOVER PROTEST, riot'],
      claims: [claims[3]],
    });
  });

  it('names a hazard by its levels, and what it was done with', () => {
    const what = {
      ...base.what,
      family: 'accident' as const,
      acledEventType: null,
      acledSubEventType: null,
      ploverType: null,
      hazardType: 'Technological/Transport/road',
      instruments: [{ words: 'a lorry', type: 'vehicle' }],
    };
    expect(facts('What', incident({ what }))).toMatchObject([
      { value: 'Transport, road', notes: ['EM-DAT Technological › Transport › road'] },
      { label: 'with', value: 'a lorry', notes: ['vehicle'] },
    ]);
  });

  it('gives each value the claims that it rests on', () => {
    const of = incident({
      claims,
      when: { ...base.when, claims: [0] },
      where: { ...base.where, claims: [1] },
      casualties: { ...base.casualties, killed: figure(2, null, [2, 99]) },
    });
    expect(facts('When', of)[0]?.claims).toEqual([claims[0]]);
    expect(facts('Where', of)[0]?.claims).toEqual([claims[1]]);
    expect(facts('How many', of)[0]?.claims).toEqual([claims[2]]);
  });

  it('says how precisely place and day are known', () => {
    expect(facts('Where')[0]).toMatchObject({
      value: 'Almaty, Kazakhstan',
      notes: ['exact place', '43.250, 76.950'],
    });
    expect(facts('When')[0]?.notes).toEqual(['“this week”', 'to the week']);
  });
});

describe('who took part', () => {
  it('is told with role, kind and how firmly they are held responsible', () => {
    const of = incident({
      actors: [
        {
          role: 'perpetrator',
          words: 'the gunmen',
          name: 'Blue Front',
          sector: 'REB',
          responsibility: 'accused-by-authorities',
          claims: [],
        },
      ],
      victims: [
        {
          words: 'a man',
          name: 'A. Person',
          age: 40,
          type: 'civilian',
          effect: 'killed',
          claims: [],
        },
      ],
      targets: [{ words: 'a bank', type: 'building', effect: 'burned', claims: [] }],
    });
    expect(facts('Who', of).map(({ label, value, notes }) => [label, value, ...notes])).toEqual([
      ['perpetrator', 'Blue Front', 'the gunmen', 'REB', 'accused by authorities'],
      ['victim', 'A. Person', 'a man', 'aged 40', 'civilian', 'killed'],
      ['target', 'a bank', 'building', 'burned'],
    ]);
  });
});

describe('the toll', () => {
  it('says on what it is based, and leaves out what was not reported', () => {
    const casualties = {
      ...base.casualties,
      killed: { ...figure(100, null), basis: 'vague' as const },
      perpetratorsKilled: figure(1),
      sharedToll: true,
    };
    expect(facts('How many', incident({ casualties }))).toMatchObject([
      {
        label: 'killed',
        value: '100+',
        notes: ['from vague words', 'told for several places together'],
      },
      { label: 'perpetrators killed', value: '1' },
    ]);
  });
});
