import { describe, expect, it } from '@jest/globals';
import { valuesOf } from '../testing/times.js';

describe('dates', () => {
  it.each([
    ['on January 5', 'January 5 = 2022-01-05'],
    ['on Jan. 5', 'Jan. 5 = 2022-01-05'],
    ['on Dec. 30', 'Dec. 30 = 2021-12-30'],
    ['on 30 December', '30 December = 2021-12-30'],
    ['the 9th of May 2019', 'the 9th of May 2019 = 2019-05-09'],
    ['3 JAN 90', '3 JAN 90 = 1990-01-03'],
    ['Friday, Feb. 28, 2014', 'Friday, Feb. 28, 2014 = 2014-02-28'],
    ['in March 2010', 'March 2010 = 2010-03'],
    ['October two thousand and five', 'October two thousand and five = 2005-10'],
    ['2018 June', '2018 June = 2018-06'],
    ['May twenty one', 'May twenty one = 2022-05-21'],
    ['on 1/29/2014', '1/29/2014 = 2014-01-29'],
    ['on 29/1/2014', '29/1/2014 = 2014-01-29'],
    ['on 2014-01-29', '2014-01-29 = 2014-01-29'],
    ['on 13.5.2015', '13.5.2015 = 2015-05-13'],
    ['on 22/Jan/2019', '22/Jan/2019 = 2019-01-22'],
    ['20161016', '20161016 = 2016-10-16'],
    ['2016/11', '2016/11 = 2016-11'],
    ['on 1/4', '1/4 = 2022-01-04'],
    ['2/29/2019', '2/29/2019 = 2019-02-29'],
    ['feb 30', 'feb 30 = XXXX-02-30'],
    ['on the 4th', 'the 4th = 2022-01-04'],
    ['Monday the 3rd', 'Monday the 3rd = 2022-01-03'],
  ])('%j: %s', (text, expected) => {
    expect(valuesOf(text)).toEqual([expected]);
  });

  it.each([
    'he may come',
    'May I ask why?',
    'THE REBELS MAY STRIKE AGAIN',
    'the march went on',
    'the March for Life',
    'Jan Kowalski spoke',
    'The sun rose and he sat down.',
    'five men',
    'between 1.8 million and 2 million',
    'the code 133-03-03-2020',
  ])('are none in %j', (text) => {
    expect(valuesOf(text)).toEqual([]);
  });
});
