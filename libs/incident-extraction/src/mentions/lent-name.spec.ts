import { describe, expect, it } from '@jest/globals';
import { tokenize } from '../text/tokens.js';
import { isFarFrom, lendsName } from './lent-name.js';

/** Whether the name in brackets is part of another thing's. */
const part = (text: string): boolean => {
  const start = text.indexOf('[');
  const end = text.indexOf(']') - 1;
  const tokens = tokenize(text.replace(/[[\]]/g, ''));
  const from = tokens.findIndex((token) => token.end > start);
  const to = tokens.findLastIndex((token) => token.start < end) + 1;
  return lendsName(tokens, from, to);
};

describe('a place’s name within a road’s, a river’s, a gang’s or an airline’s', () => {
  it.each([
    ['in the 5500 block of [San Marcos] Street', true],
    ['near [Springfield] Rd. and Main', true],
    ['ON THE [SAN MARCOS] RIVER', true],
    ['members of the [Alma] cartel', true],
    ['an Air [Alma] jet', true],
    ['on the [Alma]-Dorra highway', true],
    ['on the Alma-[Dorra] highway', true],
    ['at the [Alma] Gate in Dorra', true],
    ['A PORT ON THE [PACIFIC] COAST', true],
  ])('%s', (text, expected) => expect(part(text)).toBe(expected));

  it.each([
    ['on a street in [Springfield]', false],
    ['the [Springfield] street was closed', false],
    ['the [Springfield] Police', false],
    ['on the [Alma] highway', false],
    ['at a gate of [Alma]', false],
    ['on the [Alma] coast', false],
    ['by air, [Alma]', false],
    ['from the air [Alma] looks small', false],
    ['in [Alma]', false],
  ])('%s: no', (text, expected) => expect(part(text)).toBe(expected));
});

describe('a place that only tells how far away something is', () => {
  const far = (text: string): boolean => {
    const tokens = tokenize(text);
    return isFarFrom(
      tokens,
      tokens.findIndex((token) => token.text === 'Dorra'),
    );
  };

  it.each(['750 km northwest of Dorra', '1,200 kilometers from Dorra', '40 miles south of Dorra'])(
    '%s',
    (text) => expect(far(text)).toBe(true),
  );

  it.each(['20 km north of Dorra', 'many miles from Dorra', '300 men of Dorra', 'in Dorra'])(
    '%s: no',
    (text) => expect(far(text)).toBe(false),
  );
});
