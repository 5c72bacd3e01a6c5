import { describe, expect, it } from '@jest/globals';
import { contextOf, valuesOf } from '../testing/facts-of.js';
import { statedFeatures, textFeatures } from './text-features.js';

const textOf = (html: string, part: string) => valuesOf(textFeatures, contextOf(html), part);

describe('the features of a text', () => {
  it('are its measures', () => {
    const text = 'On 5 May, ANN said: “No.” Why not?';
    expect(textOf(`<p><b>${text}</b>`, 'ANN')).toMatchObject({
      length: text.length,
      words: 8,
      wordLength: text.length / 8,
      linkDensity: 0,
      emphasis: 1,
      upperShare: 7 / 20,
      digitShare: 1 / text.length,
      commas: 1,
      stops: 2,
      quotes: 2,
      partings: 1,
      endsAsSentence: 1,
      endsInColon: 0,
      endsInDots: 0,
      isMachinery: 0,
      isProse: 0,
    });
  });

  it('are capped, so that no text is out of all proportion', () => {
    const { length, words, commas, stops } = textOf(`<p>${'bread, and. '.repeat(1_000)}`, 'bread');
    expect([length, words, commas, stops]).toEqual([2000, 400, 20, 20]);
  });

  it.each([
    ['We use cookies on this site', 'saysCookie'],
    ['Sign up for our newsletter', 'callsToAct'],
    ['Abonnieren Sie uns', 'callsToAct'],
    ['© 2026 Example News', 'claimsRights'],
    ['Ann Lee/Reuters', 'creditsImage'],
    ['Photo: Ann Lee', 'creditsImage'],
    ['In 2019 it was not', 'hasYear'],
    ['Today at 12:30', 'hasTime'],
    ['Topics: bread', 'hasLabel'],
    ['What is to be done:', 'endsInColon'],
    ['What is to be done…', 'endsInDots'],
    ['Advertisement', 'isMachinery'],
  ])('know what it says: %s %s', (text, name) => {
    expect(textOf(`<p>${text}<p>Bread rose.`, text)[name]).toBe(1);
    expect(textOf(`<p>${text}<p>Bread rose.`, 'Bread rose.')[name]).toBe(0);
  });

  it('take no long text for a phrase', () => {
    const long = `Cookies were baked. ${'Bread rose again on Monday. '.repeat(12)}`;
    expect(textOf(`<p>${long}`, 'Cookies')['saysCookie']).toBe(0);
  });
});

describe('the features of what the page says of its article', () => {
  const sentence = 'The price of bread rose again on Monday';
  const stated = (html: string, part: string, says: Parameters<typeof contextOf>[1]) =>
    valuesOf(statedFeatures, contextOf(html, says), part);

  it('are nothing where it says nothing', () => {
    const values = stated(`<p>${sentence}`, 'bread', {});
    expect(values).toMatchObject({ repetitions: 1, hasStructuredBody: 0 });
    expect(Object.values(values).filter((value) => value !== 0)).toEqual([1]);
  });

  it('are the words of the title', () => {
    expect(
      stated('<p>Bread is cheap', 'Bread', { title: 'Bread is dear now' })['titleOverlap'],
    ).toBe(2 / 3);
  });

  it('find a block’s beginning whatever its punctuation', () => {
    const says = { description: 'THE PRICE of bread – rose again on Monday, they say' };
    expect(stated(`<p>${sentence}`, 'bread', says)['inDescription']).toBe(1);
    expect(stated('<p>Of bread', 'bread', says)['inDescription']).toBe(0);
    const articleBody = `${'It is said. '.repeat(30)}${sentence}.`;
    expect(stated(`<p>${sentence}`, 'bread', { articleBody })).toMatchObject({
      hasStructuredBody: 1,
      inStructuredBody: 1,
    });
    expect(stated(`<p>Not ${sentence}`, 'bread', { articleBody })['inStructuredBody']).toBe(0);
  });

  it('find the author, and whether a block begins with one', () => {
    const says = { authors: ['Ann Lee'] };
    expect(stated('<p>By Ann Lee, London', 'Ann', says)).toMatchObject({
      namesAuthor: 1,
      beginsWithAuthor: 1,
    });
    expect(stated('<p>It was told by a man and by Ann Lee', 'Ann', says)).toMatchObject({
      namesAuthor: 1,
      beginsWithAuthor: 0,
    });
  });

  it('find the site in a phrase, and texts that come again', () => {
    const html = '<p>More from EXAMPLE news<p>Bread<p>Bread';
    expect(stated(html, 'More', { siteName: 'Example News' })['namesSite']).toBe(1);
    expect(stated(html, 'Bread', {})['repetitions']).toBe(2);
  });
});
