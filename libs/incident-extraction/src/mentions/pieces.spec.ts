import { describe, expect, it } from '@jest/globals';
import { readSentences } from '../reading/sentence-reading.js';
import { readDocument } from '../text/document.js';
import { article } from '../testing/articles.js';
import { cutSentence } from './pieces.js';
import type { EventClass } from './draft.js';

/** Which class each piece of a headline is of, and what it counts, where `current` was told before. */
const pieces = (title: string, current: EventClass | null = null): [string, string[]][] => {
  const [reading] = readSentences(readDocument(article({ title, paragraphs: ['They met.'] })));
  return cutSentence(reading!, [], current).map(({ eventClass, tolls }) => [
    eventClass,
    tolls.map(({ effect, quantity }) => `${effect} ${quantity?.best}`),
  ]);
};

describe('deaths beside an arrest', () => {
  it('are of no arrest', () => {
    expect(pieces('Coroner confirms 3 dead, suspect arrested')).toEqual([
      ['arrest', ['arrested 1']],
      ['force', ['killed 3']],
    ]);
    expect(pieces('Three people have died', 'arrest')).toEqual([['force', ['killed 3']]]);
  });

  it('go with what else is told', () => {
    expect(pieces('Three people have died', 'disaster')).toEqual([['disaster', ['killed 3']]]);
  });

  it('are told apart from wounds, which an arrest can bring', () => {
    expect(pieces('Two officers were injured', 'arrest')).toEqual([['arrest', ['injured 2']]]);
  });
});

describe('a deed that another of its sentence answers', () => {
  /** The senses of each piece of a sentence, with its day. */
  const parts = (sentence: string): [string, string | null][] => {
    const document = readDocument(article({ title: 'News', paragraphs: [sentence] }));
    return readSentences(document).flatMap((reading) =>
      cutSentence(reading, [], null).map(({ frames, time }): [string, string | null] => [
        frames.map(({ trigger }) => trigger.sense.id).join(' '),
        time?.start ?? null,
      ]),
    );
  };

  it('is a piece of its own, without that one’s day', () => {
    expect(
      parts(
        'Retaliating after the embassy bombings, the air force Monday launched missile strikes.',
      ),
    ).toEqual([
      ['bombing', null],
      ['shelling shelling', '2022-01-03'],
    ]);
  });

  it('stays with what is done by the same means, or told as new', () => {
    expect(parts('Rebels shot two men on Monday after a shooting.')).toHaveLength(1);
    expect(parts('A bombing on Monday was followed by missile strikes.')).toHaveLength(1);
  });
});
