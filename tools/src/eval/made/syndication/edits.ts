import { readFileSync } from 'node:fs';
import {
  between,
  pick,
  sentencesOf,
  shuffled,
  wordCount,
  type Draft,
  type Random,
} from './draft.js';

type Edit = (draft: Draft, random: Random) => Draft;

const BOILERPLATE = JSON.parse(
  readFileSync(new URL('../../../../sample/boilerplate.json', import.meta.url), 'utf8'),
) as Record<string, { readonly head: string; readonly foot: string }>;

/** Sites whose every page carries the same words. */
export const FRAMED_SITES: readonly string[] = Object.keys(BOILERPLATE);
const TOWNS = ['Ashford', 'Brookfield', 'Carrick', 'Dunmore', 'Elmsley', 'Fairhaven', 'Glenrock'];
/** More than an original has copies. */
export const SITES: readonly string[] = [
  ...FRAMED_SITES,
  ...TOWNS.flatMap((town) => [`${town} News`, `${town} Times`]),
];

/** Sentences from the front until so many words are kept; paragraphs stay paragraphs. */
function firstWords(paragraphs: readonly string[], words: number): string[] {
  const kept: string[] = [];
  let room = words;
  for (const paragraph of paragraphs) {
    const sentences: string[] = [];
    for (const sentence of sentencesOf(paragraph)) {
      if (room <= 0) break;
      sentences.push(sentence);
      room -= sentence.split(' ').length;
    }
    if (sentences.length > 0) kept.push(sentences.join(' '));
  }
  return kept;
}

/** An agency's text cut to fit: 60 to 90 % of it is left. */
export const cutEnd: Edit = (draft, random) => {
  const words = wordCount(draft.paragraphs) * (0.6 + 0.3 * random());
  return { ...draft, paragraphs: firstWords(draft.paragraphs, words) };
};

/** The first tenth to third is gone: the site has a lead of its own elsewhere on the page. */
export const cutHead: Edit = (draft, random) => {
  const words = wordCount(draft.paragraphs) * (0.1 + 0.23 * random());
  const sentences = draft.paragraphs.map(sentencesOf);
  let toCut = words;
  const kept = sentences.map((paragraph) =>
    paragraph.filter((sentence) => {
      if (toCut <= 0) return true;
      toCut -= sentence.split(' ').length;
      return false;
    }),
  );
  return {
    ...draft,
    paragraphs: kept.filter(({ length }) => length > 0).map((each) => each.join(' ')),
  };
};

export const reorder: Edit = (draft, random) => ({
  ...draft,
  paragraphs: shuffled(random, draft.paragraphs),
});

export const retitle: Edit = (draft, random) => ({
  ...draft,
  title: `${pick(random, ['Report', 'World', 'In brief', 'Latest'])}: ${draft.title}`,
});

/** What the site puts around every article, and the extractor took for a part of it. */
export const dress: Edit = (draft) => {
  const { head, foot } = BOILERPLATE[draft.site] as (typeof BOILERPLATE)[string];
  return { ...draft, paragraphs: [head, ...draft.paragraphs, foot] };
};

/** What a sub-editor does: one sentence in eight is dropped, and one in eight loses its first clause. */
export const subEdit: Edit = (draft, random) => ({
  ...draft,
  paragraphs: draft.paragraphs
    .map((paragraph) =>
      sentencesOf(paragraph)
        .filter(() => random() > 1 / 8)
        .map((sentence) => {
          const comma = sentence.indexOf(', ');
          return random() < 1 / 8 && comma > 0 && comma < sentence.length / 3
            ? sentence.slice(comma + 2, comma + 3).toUpperCase() + sentence.slice(comma + 3)
            : sentence;
        })
        .join(' '),
    )
    .filter((paragraph) => paragraph !== ''),
});

const ADDED = [
  'Officials said in a later statement that the figure had been revised to {n} and that it could change again.',
  'A spokesman, asked about the new figure of {n}, said that a full account would be given on Friday.',
  'This article has been updated: an earlier version gave another figure, which now stands at {n}.',
];

/** The same article, later: the first figure of its text has grown, and a paragraph says so. */
export const update: Edit = (draft, random) => {
  const figure = /\b[1-9]\d{0,3}\b(?![\d,.]\d|-)/;
  const at = draft.paragraphs.findIndex((paragraph) => figure.test(paragraph));
  const grown = (text: string) => String(Number(text) + between(random, 1, 9));
  let now = String(between(random, 3, 40));
  const paragraphs = draft.paragraphs.map((paragraph, i) =>
    i === at ? paragraph.replace(figure, (text) => (now = grown(text))) : paragraph,
  );
  const place = between(random, 1, paragraphs.length);
  paragraphs.splice(place, 0, pick(random, ADDED).replace('{n}', now));
  return { ...draft, paragraphs };
};

/** Two articles on one page; the first is the greater part. */
export function merge(first: Draft, second: Draft, random: Random): Draft {
  const words = wordCount(first.paragraphs) * (0.3 + 0.3 * random());
  return {
    ...first,
    title: `${first.title}; ${second.title}`,
    paragraphs: [...first.paragraphs, ...firstWords(second.paragraphs, words)],
  };
}
