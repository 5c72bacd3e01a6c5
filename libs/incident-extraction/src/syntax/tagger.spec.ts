import { describe, expect, it } from '@jest/globals';
import model from 'wink-eng-lite-web-model';
import winkNLP from 'wink-nlp';
import { tokenize } from '../text/tokens.js';
import { tag } from './tagger.js';

const tagsIn = (text: string): string => tag(tokenize(text), text === text.toUpperCase()).join(' ');

describe('parts of speech', () => {
  it.each([
    ['Rebels attacked a convoy in Kabul.', 'PROPN VERB DET NOUN ADP PROPN PUNCT'],
    ['THE ARMY ATTACKED LOPEZ.', 'DET NOUN VERB PROPN PUNCT'],
    ['Twelve-year-old boys cannot drive.', 'ADJ NOUN PART VERB PUNCT'],
    ['Man shot in park', 'NOUN VERB ADP NOUN'],
    ["the mayor's 3 cars", 'DET NOUN PUNCT NUM NOUN'],
    ['', ''],
  ])('of %j', (text, tags) => {
    expect(tagsIn(text)).toBe(tags);
  });

  it('of a name in any letters are a name’s', () => {
    expect(tagsIn('They met Jožef .')).toBe('PRON VERB PROPN PUNCT');
  });
});

describe('the tags by our reading of the model', () => {
  const nlp = winkNLP(model, ['pos']);
  const winks = (text: string): string =>
    (nlp.readDoc(text).tokens().out(nlp.its.pos) as unknown as string[]).join(' ');

  it.each([
    'The old man who had been shot by gunmen was taken to the central hospital ,',
    'Soldiers have been fighting near Zarkanabad since the rebels took its main road',
    'She said that the driver of the stolen car did not want to stop there',
    'What they saw was more than they had feared : a burning bus and no one to help',
    'Blorfing the grenty villagers , he plainishly refused to hand over his honoured colours',
  ])('are those that wink-nlp gives: %j', (text) => {
    expect(tagsIn(text)).toBe(winks(text));
  });
});

describe('words that nobody knows', () => {
  // Letters only: digits would be a number.
  const made = (i: number): string =>
    `Qx${[...String(i)].map((digit) => 'abcdefghij'[+digit]).join('')}ton`;

  it('change nothing for those that come after, however many they are', () => {
    const text = 'Rebels attacked a convoy near Qxton and killed three soldiers.';
    const before = tagsIn(text);
    for (let i = 0; i < 60_000; i += 100) {
      const names = Array.from({ length: 100 }, (_, k) => made(i + k));
      expect(tagsIn(names.join(' '))).toBe(names.map(() => 'PROPN').join(' '));
    }
    expect(tagsIn(text)).toBe(before);
  });
});
