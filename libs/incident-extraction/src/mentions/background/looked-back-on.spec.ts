import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../../testing/mentions.js';

/** Told in an article of more than a few sentences, published Thursday 6 January 2022. */
const told = (title: string, ...body: string[]) =>
  mentionsOf(title, [
    ...body,
    'The mayor spoke for an hour.',
    'The hall was full.',
    'Coffee was served.',
    'The choir sang.',
  ]).filter(({ kind, what }) => kind === 'incident' && what.ploverType === 'ASSAULT');

const background = (title: string, ...body: string[]): (boolean | undefined)[] =>
  told(title, ...body).map((mention) => mention.background);

describe('an article that only looks back on an incident', () => {
  it('says how long ago it was', () => {
    expect(
      background(
        'A day of prayer',
        'People met in church one year after gunmen killed a priest in Springfield.',
      ),
    ).toEqual([true]);
  });

  it('has it in a clause of an older day, whatever the day of the news', () => {
    expect(
      background(
        'Union glad about release',
        'The union met 12 girls on Monday who had been kidnapped by rebels on 12 December.',
      ),
    ).toEqual([true]);
  });

  it('tells of the release of those who were taken, and not of a release on the next day', () => {
    expect(
      background(
        'Ten girls kidnapped from school in Springfield released by rebels',
        'The girls were released on Wednesday, the government said.',
      ).filter((each) => !each),
    ).toEqual([]);
    expect(
      background(
        'Ten girls were kidnapped in Springfield and later released',
        'Gunmen kidnapped ten girls from a school in Springfield on Tuesday.',
      ),
    ).toContain(false);
  });

  it('dates it by its first words', () => {
    expect(
      background(
        'Nurses march',
        'Hundreds of nurses staged a protest on Tuesday against the new law.',
        'Two years ago gunmen shot and killed a nurse in Springfield.',
      ),
    ).toEqual([true]);
  });

  it('only reacts to it', () => {
    expect(
      background('Bishop speaks', 'The bishop condemned the murder of two monks in Springfield.'),
    ).toEqual([true]);
  });
});

describe('an article that reports an incident', () => {
  it('tells it in a main clause', () => {
    expect(
      background('Nurse shot', 'Gunmen shot and killed a nurse in Springfield on Tuesday.'),
    ).toEqual([false]);
  });

  it('may begin with what someone says of it', () => {
    expect(
      background(
        'Bishop condemns bombing',
        'The bishop condemned the bombing of a mill.',
        'He spoke at noon.',
        'He was alone.',
        'A bomb exploded at the mill in Springfield on Wednesday and killed four workers.',
      ),
    ).toContain(false);
  });
});
