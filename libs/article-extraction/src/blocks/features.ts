import type { PageElement } from '../page/page-element.js';
import type { Block } from './block.js';
import { isBoilerplateText } from './boilerplate-text.js';
import type { MainPart } from './main-part.js';
import { mainPart } from './main-part.js';
import { MARK_NAMES } from './marks.js';
import type { PageFacts } from './page-facts.js';

/** How far a sentence of the description or the structured body is compared, code units. */
const COMPARED = 60;

/** Longer texts are no phrases of a page's machinery. */
const MAX_PHRASE = 600;
const COOKIE = /cookie|consent|gdpr|privacy|datenschutz|confidentialité|privacidad/i;
const ACT =
  /\b(?:sign up|subscri|newsletter|click here|follow us|download (?:the|our)|our app|join (?:us|our)|read more|register|log ?in|support us|donate|abonn|suscr[ií]b|inscri|iscriviti|assine|anmelden|registr)|подпис|订阅|購読/i;
const RIGHTS =
  /©|copyright|all rights|rights reserved|alle rechte|droits réservés|derechos reservados|reprint|diritti riservati/i;
const CREDIT =
  /\b(?:photo|image|picture|pic|foto|bild|credit|getty|reuters|afp|ap photo|shutterstock|courtesy|via)\b\W.{0,40}$|^\W*(?:photo|image|picture|foto|bild|credit)/i;

/** The features of a block by itself and of its surroundings, in the order of their numbers. */
export const FEATURE_NAMES: readonly string[] = [
  // the text
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
  'isMachinery',
  'isProse',
  'saysCookie',
  'callsToAct',
  'claimsRights',
  'creditsImage',
  'hasYear',
  'hasTime',
  'hasLabel',
  'endsInDots',
  // the element
  'isParagraph',
  'heading',
  'isItem',
  'isCell',
  'isDiv',
  'depth',
  // what the page says of its article
  'titleOverlap',
  'inDescription',
  'hasStructuredBody',
  'inStructuredBody',
  'repetitions',
  'namesAuthor',
  'beginsWithAuthor',
  'namesSite',
  // its place
  'place',
  'placeByText',
  'fromHeadline',
  'proseBefore',
  'proseAfter',
  'proseShareOfPage',
  // its surroundings
  'previousLength',
  'previousLinks',
  'nextLength',
  'nextLinks',
  'previousLike',
  'nextLike',
  'sameParentAsPrevious',
  'sameParentAsNext',
  'previousProse',
  'nextProse',
  'proseNear',
  'proseOfContainer',
  'proseInContainer',
  'proseInParent',
  'proseInGrandparent',
  'proseInGreatGrandparent',
  'proseDensityOfContainer',
  'proseDensityOfParent',
  'likeBlocks',
  'likeProse',
  'likeLinks',
  'imagesInContainer',
  'imagesInParent',
  'blocksInContainer',
  'blocksInParent',
  'siblingsLength',
  // the main part
  'inMain',
  'belowMain',
  'aboveMain',
  'fromFirst',
  'fromLast',
  'isClean',
  'branchClean',
  'branchText',
  'containerClean',
  ...MARK_NAMES.map((name) => `from-${name}`),
];
export const FEATURES = FEATURE_NAMES.length;
const FIRST_MARK = FEATURES - MARK_NAMES.length;

/** One row of `FEATURES` values for each block. */
export function blockFeatures(facts: PageFacts): Float32Array {
  const { blocks } = facts;
  const rows = new Float32Array(blocks.length * FEATURES);
  const whole = wholePage(facts);
  const main = mainPart(facts);
  blocks.forEach((block, at) => {
    const row = rows.subarray(at * FEATURES, (at + 1) * FEATURES);
    const values = [
      ...textFeatures(facts, at),
      ...elementFeatures(block.element),
      ...statedFeatures(facts, whole, block),
      ...placeFeatures(facts, whole, at),
      ...neighbourFeatures(facts, at),
      ...containerFeatures(facts, whole, at),
      ...likeFeatures(whole, at),
      ...imageFeatures(facts, at),
      ...mainFeatures(facts, main, at),
    ];
    row.set(values);
    for (let mark = 0; mark < MARK_NAMES.length; mark++)
      row[FIRST_MARK + mark] = facts.marks.distance(block.element, mark);
  });
  return rows;
}

interface Like {
  blocks: number;
  prose: number;
  links: number;
}

interface WholePage {
  readonly titleWords: ReadonlySet<string>;
  readonly description: string;
  readonly articleBody: string;
  readonly authors: readonly string[];
  readonly siteName: string;
  readonly repetitions: ReadonlyMap<string, number>;
  readonly headline: number;
  readonly totalText: number;
  readonly totalProse: number;
  readonly textBefore: Float64Array;
  readonly proseBefore: Float64Array;
  readonly likes: readonly Like[];
}

function wholePage({
  blocks,
  prose,
  statements,
  containers,
  textIn,
  proseIn,
}: PageFacts): WholePage {
  const repetitions = new Map<string, number>();
  const textBefore = new Float64Array(blocks.length);
  const proseBefore = new Float64Array(blocks.length);
  const bySignature = new Map<string, Like>();
  let [text, good] = [0, 0];
  const likes = blocks.map((block, at) => {
    textBefore[at] = text;
    proseBefore[at] = good;
    text += block.text.length;
    if (prose[at] === true) good += block.text.length;
    repetitions.set(block.text, (repetitions.get(block.text) ?? 0) + 1);
    const signature = signatureOf(block.element, containers[at]);
    const like = bySignature.get(signature) ?? { blocks: 0, prose: 0, links: 0 };
    bySignature.set(signature, like);
    like.blocks++;
    like.links += block.linkDensity;
    if (prose[at] === true) like.prose += block.text.length;
    return like;
  });
  return {
    titleWords: new Set(wordsOf(statements.title)),
    description: squeezed(statements.description),
    articleBody: squeezed(statements.articleBody),
    authors: statements.authors.filter((author) => author.length > 4).slice(0, 5),
    siteName: statements.siteName.toLowerCase(),
    repetitions,
    headline: headlineOf(blocks, statements.title),
    totalText: Math.max(1, textIn[0] ?? 0),
    totalProse: Math.max(1, proseIn[0] ?? 0),
    textBefore,
    proseBefore,
    likes,
  };
}

const signatureOf = (element: PageElement, container: PageElement | undefined): string =>
  `${element.name}.${element.get('class')}<${container?.name ?? ''}.${container?.get('class') ?? ''}`;

/** The block that is the headline: the heading with most of the title's words, else the first first-level one. */
function headlineOf(blocks: readonly Block[], title: string): number {
  const words = new Set(wordsOf(title));
  let [best, bestScore] = [-1, 0];
  blocks.forEach(({ element, text }, at) => {
    const level = headingLevel(element);
    if (level === 0 || text.length > 400) return;
    const score = overlap(text, words) * (level === 1 ? 2 : 1) + (level === 1 ? 0.1 : 0);
    if (score > bestScore) [best, bestScore] = [at, score];
  });
  return best;
}

function textFeatures({ blocks, shapes, prose }: PageFacts, at: number): number[] {
  const { text, linkDensity, emphasis } = blocks[at] as Block;
  const shape = shapes[at];
  if (shape === undefined) return [];
  const { words, letters, upper, digits, commas, stops, quotes, partings, ends } = shape;
  return [
    Math.min(2000, text.length),
    Math.min(400, words),
    text.length / Math.max(1, words),
    linkDensity,
    emphasis,
    upper / Math.max(1, letters),
    digits / text.length,
    Math.min(20, commas),
    Math.min(20, stops),
    Math.min(10, quotes),
    Math.min(20, partings),
    Number(ends),
    Number(/[:：]$/.test(text)),
    Number(isBoilerplateText(text)),
    Number(prose[at]),
    ...phraseFeatures(text),
  ];
}

function phraseFeatures(text: string): number[] {
  if (text.length > MAX_PHRASE)
    return [0, 0, 0, 0, 0, 0, 0, Number(text.endsWith('…') || text.endsWith('...'))];
  return [
    COOKIE,
    ACT,
    RIGHTS,
    CREDIT,
    /(?:19|20)\d\d/,
    /(?<!\d)\d{1,2}[:h]\d\d(?!\d)/,
    /^[^.!?,:：]{2,25}[:：|]/,
    /(?:…|\.\.\.)\W*$/,
  ].map((pattern) => Number(pattern.test(text)));
}

function elementFeatures(element: PageElement): number[] {
  const { name, depth } = element;
  return [
    Number(name === 'p'),
    headingLevel(element),
    Number(name === 'li' || name === 'dd' || name === 'dt'),
    Number(name === 'td' || name === 'th'),
    Number(name === 'div'),
    depth,
  ];
}

const headingLevel = ({ name }: PageElement): number =>
  name.length === 2 && name.startsWith('h') && name !== 'hr' ? Number(name[1]) : 0;

function statedFeatures(_: PageFacts, whole: WholePage, { text }: Block): number[] {
  const start = squeezed(text.slice(0, 2 * COMPARED)).slice(0, COMPARED);
  const compared = start.length >= 12;
  return [
    text.length > 400 ? 0 : overlap(text, whole.titleWords),
    Number(compared && whole.description.includes(start)),
    Number(whole.articleBody.length > 200),
    Number(compared && whole.articleBody.includes(start)),
    Math.min(9, whole.repetitions.get(text) ?? 1),
    Number(whole.authors.some((author) => text.includes(author))),
    Number(whole.authors.some((author) => text.slice(0, author.length + 12).includes(author))),
    Number(
      whole.siteName !== '' &&
        text.length < MAX_PHRASE &&
        text.toLowerCase().includes(whole.siteName),
    ),
  ];
}

function placeFeatures({ blocks }: PageFacts, whole: WholePage, at: number): number[] {
  const { headline, totalText, totalProse } = whole;
  const before = whole.proseBefore[at] ?? 0;
  return [
    at / blocks.length,
    (whole.textBefore[at] ?? 0) / totalText,
    headline < 0 ? 99 : Math.max(-50, Math.min(98, at - headline)),
    before / totalProse,
    Math.max(0, 1 - before / totalProse),
    totalProse / totalText,
  ];
}

function neighbourFeatures({ blocks, containers, prose }: PageFacts, at: number): number[] {
  const [previous, next] = [blocks[at - 1], blocks[at + 1]];
  const self = blocks[at];
  const near = (from: number, step: number): number => {
    let sum = 0;
    for (let i = 1; i <= 3; i++) {
      const each = from + i * step;
      if (prose[each] === true) sum += blocks[each]?.text.length ?? 0;
    }
    return Math.min(2000, sum);
  };
  const [before, after] = [near(at, -1), near(at, 1)];
  return [
    Math.min(1000, previous?.text.length ?? 0),
    previous?.linkDensity ?? 1,
    Math.min(1000, next?.text.length ?? 0),
    next?.linkDensity ?? 1,
    Number(previous?.element.name === self?.element.name),
    Number(next?.element.name === self?.element.name),
    Number(previous !== undefined && containers[at - 1] === containers[at]),
    Number(next !== undefined && containers[at + 1] === containers[at]),
    before,
    after,
    before + after,
  ];
}

function containerFeatures(facts: PageFacts, whole: WholePage, at: number): number[] {
  const { proseIn, proseOf, textIn, containers } = facts;
  const container = containers[at];
  const parent = container?.parent ?? container;
  const grandparent = parent?.parent ?? parent;
  const great = grandparent?.parent ?? grandparent;
  const share = (element: PageElement | undefined): number =>
    (proseIn[element?.order ?? 0] ?? 0) / whole.totalProse;
  const density = (element: PageElement | undefined): number =>
    (proseIn[element?.order ?? 0] ?? 0) / Math.max(1, textIn[element?.order ?? 0] ?? 1);
  return [
    (proseOf[container?.order ?? 0] ?? 0) / whole.totalProse,
    share(container),
    share(parent),
    share(grandparent),
    share(great),
    density(container),
    density(parent),
  ];
}

function likeFeatures({ likes, totalProse }: WholePage, at: number): number[] {
  const { blocks, prose, links } = likes[at] as Like;
  return [Math.min(100, blocks), prose / totalProse, links / blocks];
}

function imageFeatures(
  { blocks, containers, imagesIn, blocksIn, textIn }: PageFacts,
  at: number,
): number[] {
  const order = containers[at]?.order ?? 0;
  const above = containers[at]?.parent?.order ?? order;
  return [
    Math.min(9, imagesIn[order] ?? 0),
    Math.min(9, imagesIn[above] ?? 0),
    Math.min(50, blocksIn[order] ?? 0),
    Math.min(50, blocksIn[above] ?? 0),
    Math.min(2000, (textIn[order] ?? 0) - (blocks[at]?.text.length ?? 0)),
  ];
}

function mainFeatures(
  { blocks, containers, textIn }: PageFacts,
  main: MainPart,
  at: number,
): number[] {
  const { root, clean, cleanIn, first, last } = main;
  const { element } = blocks[at] as Block;
  const inMain = root.contains(element);
  let branch: PageElement = element;
  while (inMain && branch.depth > root.depth + 1 && branch.parent !== null) branch = branch.parent;
  let common: PageElement = root;
  while (!common.contains(element) && common.parent !== null) common = common.parent;
  const mainClean = Math.max(1, cleanIn[root.order] ?? 0);
  const cap = (value: number): number => Math.max(-40, Math.min(40, value));
  return [
    Number(inMain),
    inMain ? Math.min(12, element.depth - root.depth) : -1,
    Math.min(12, root.depth - common.depth),
    first < 0 ? 99 : cap(at - first),
    last < 0 ? 99 : cap(at - last),
    Number(clean[at]),
    inMain ? (cleanIn[branch.order] ?? 0) / mainClean : -1,
    inMain ? (textIn[branch.order] ?? 0) / Math.max(1, textIn[root.order] ?? 1) : -1,
    (cleanIn[containers[at]?.order ?? 0] ?? 0) / mainClean,
  ];
}

const wordsOf = (text: string): string[] => text.toLowerCase().match(/[\p{L}\p{N}]+/gu) ?? [];

/** Letters and digits alone, lower case: what is compared of two texts. */
const squeezed = (text: string): string => text.toLowerCase().replace(/[^\p{L}\p{N}]+/gu, '');

/** Share of a text's words that are among `words`. */
function overlap(text: string, words: ReadonlySet<string>): number {
  if (words.size === 0) return 0;
  const own = wordsOf(text);
  return own.length === 0 ? 0 : own.filter((word) => words.has(word)).length / own.length;
}
