import type { Block } from './block.js';
import { isBoilerplateText } from './boilerplate-text.js';
import { overlap, squeezed } from './compare-text.js';
import type { FeatureGroup } from './feature-group.js';
import type { TextShape } from './text-shape.js';

/** Longer texts are no phrases of a page's machinery. */
const MAX_PHRASE = 300;
/** What phrases say, whatever the site; each a feature that the model weighs, none decides alone. */
const PHRASES: Readonly<Record<string, RegExp>> = {
  saysCookie: /cookie|consent|gdpr|privacy|datenschutz|confidentialité|privacidad/i,
  callsToAct:
    /\b(?:sign up|subscri|newsletter|click here|follow us|download (?:the|our)|our app|join (?:us|our)|read more|register|log ?in|support us|donate|abonn|suscr[ií]b|inscri|iscriviti|assine|anmelden|registr)|подпис|订阅|購読/i,
  claimsRights:
    /©|copyright|all rights|rights reserved|alle rechte|droits réservés|derechos reservados|reprint|diritti riservati/i,
  creditsImage:
    /\b(?:photo|image|picture|pic|foto|bild|credit|getty|reuters|afp|ap photo|shutterstock|courtesy|via)\b(?:\W.{0,40})?$|^\W*(?:photo|image|picture|foto|bild|credit)/i,
  hasYear: /(?:19|20)\d\d/,
  hasTime: /(?<!\d)\d{1,2}[:h]\d\d(?!\d)/,
  hasLabel: /^[^.!?,:：]{2,25}[:：|]/,
};
const NONE = Object.keys(PHRASES).map(() => 0);

/** The text by itself. */
export const textFeatures: FeatureGroup = {
  names: [
    'length',
    'words',
    'wordLength',
    'linkDensity',
    'emphasis',
    'upperShare',
    'digitShare',
    'commas',
    'stops',
    'quotes',
    'partings',
    'endsAsSentence',
    'endsInColon',
    'endsInDots',
    'isMachinery',
    'isProse',
    ...Object.keys(PHRASES),
  ],
  of({ facts: { blocks, shapes, prose } }, at) {
    const { text, linkDensity, emphasis } = blocks[at] as Block;
    const shape = shapes[at] as TextShape;
    return [
      Math.min(2000, text.length),
      Math.min(400, shape.words),
      text.length / Math.max(1, shape.words),
      linkDensity,
      emphasis,
      shape.upper / Math.max(1, shape.letters),
      shape.digits / text.length,
      Math.min(20, shape.commas),
      Math.min(20, shape.stops),
      Math.min(10, shape.quotes),
      Math.min(20, shape.partings),
      Number(shape.ends),
      Number(/[:：]$/.test(text)),
      Number(/(?:…|\.\.\.)$/.test(text)),
      Number(isBoilerplateText(text)),
      Number(prose[at]),
      ...(text.length > MAX_PHRASE
        ? NONE
        : Object.values(PHRASES).map((phrase) => Number(phrase.test(text)))),
    ];
  },
};

/** How much of a block's beginning is looked for in what the page says of its article, squeezed. */
const COMPARED = 40;
const MIN_COMPARED = 12;
/** Longer texts are no title, whatever words they have of it. */
const MAX_TITLE = 200;
const MIN_BODY = 200;
const MAX_REPETITIONS = 9;
/** How far from its beginning a block may name an author and yet begin with them. */
const BEFORE_AUTHOR = 12;

/** The text beside what the page says of its article. */
export const statedFeatures: FeatureGroup = {
  names: [
    'titleOverlap',
    'inDescription',
    'hasStructuredBody',
    'inStructuredBody',
    'repetitions',
    'namesAuthor',
    'beginsWithAuthor',
    'namesSite',
  ],
  of({ facts, sums }, at) {
    const { text } = facts.blocks[at] as Block;
    const isStated = sums.description !== '' || sums.articleBody !== '';
    const start = isStated ? squeezed(text.slice(0, 2 * COMPARED)).slice(0, COMPARED) : '';
    const compares = start.length >= MIN_COMPARED;
    const author = sums.authors.find((each) => text.includes(each));
    const begins =
      author !== undefined && text.slice(0, author.length + BEFORE_AUTHOR).includes(author);
    const isPhrase = text.length <= MAX_PHRASE;
    return [
      text.length <= MAX_TITLE ? overlap(text, sums.titleWords) : 0,
      Number(compares && sums.description.includes(start)),
      Number(sums.articleBody.length >= MIN_BODY),
      Number(compares && sums.articleBody.includes(start)),
      Math.min(MAX_REPETITIONS, sums.repetitions.get(text) ?? 1),
      Number(author !== undefined),
      Number(begins),
      Number(isPhrase && sums.siteName !== '' && text.toLowerCase().includes(sums.siteName)),
    ];
  },
};
