import { describe, expect, it } from '@jest/globals';
import { mentionsOf } from '../testing/mentions.js';

/** When an arrest of an article of Thursday 6 January 2022 was. */
const arrest = (...body: string[]) =>
  mentionsOf('A long day', body).find(({ what }) => what.acledSubEventType === 'Arrests')?.when;

const ARREST = 'Officers arrested a man in the port.';

describe('the days of an arrest that no day is told of', () => {
  it('go from the one deed of the week to publication', () => {
    expect(arrest('Two women were shot dead in a bar on Monday night.', ARREST)).toMatchObject({
      start: '2022-01-03',
      end: '2022-01-06',
      datePrecision: 2,
    });
  });

  it.each([
    ['A man was shot on Monday in Springfield.', 'A bus was bombed on Tuesday in Shelbyville.'],
    ['Two women were shot dead in a bar on 4 October.', 'They were sisters.'],
    ['The mayor came.', 'It rained on Monday.'],
  ])('are not known of %j', (...deeds) => {
    expect(arrest(...deeds, ARREST)?.start).toBeNull();
  });

  it('go from one that is told beside it, where the article reports none', () => {
    const wanted =
      'He was wanted on eight counts of assault for the shooting that occurred on Saturday in Springfield.';
    expect(arrest(ARREST, wanted)?.start).toBe('2022-01-01');
  });

  it('are its own where it has one', () => {
    const own = 'Officers arrested a man in the port on Wednesday.';
    expect(arrest('Two women were shot dead in a bar on Monday.', own)).toMatchObject({
      start: '2022-01-05',
      end: '2022-01-05',
    });
  });
});
