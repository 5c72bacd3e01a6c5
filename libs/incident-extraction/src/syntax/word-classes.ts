import { winkCore, winkGuess, type LexiconView } from './wink-model.js';

/** What the tagger knows of a word before it sees the words around it. */
export interface WordClass {
  /** The part of speech that it mostly has, an index of `POS_NAMES`. */
  readonly usual: number;
  /** What the tagger's automata see instead, for words with a part of their own; 0 for all others. */
  readonly hint: number;
  /** The parts of speech that an automaton may give it where it is not sure itself. */
  readonly possible: ReadonlySet<number>;
  /** A piece of a contraction: no automaton changes it. */
  readonly fixed: boolean;
}

const core = winkCore();
const { lexicon, xpansions } = core;
const { layout, size } = core.packing;
const indexes = core.features.lexeme.hash;
const clusters = core.features.posClusters.list;
const guess = winkGuess(core);

export const POS_NAMES = core.features.pos.list;
const NOUN = POS_NAMES.indexOf('NOUN');
/** The model's category of plain words. */
const WORD = 1;
/** Of contractions, `lemma` says where the pieces lie and, above these bits, how many words they take. */
const PIECES_BITS = 14;
const PIECES_COUNT = 0x1f;
const PIECE = 4;

function property(index: number, name: string): number {
  const [word, mask, shift] = layout[name]!;
  return (lexicon[index * size + word]! & mask) >>> shift;
}

/** British spellings stand for the American ones, and so on. */
const spelled = (index: number): number =>
  property(index, 'isSpellingMapped') ? property(index, 'lemma') : index;

/** A word's index without its capitals. */
const normal = (index: number): number =>
  property(index, 'isSpellingMapped')
    ? property(index, 'lemma')
    : index + property(index, 'normal');

/** Of unknown words the lower case may be known. */
const view: LexiconView = {
  lookup: (word) => [classIndex(word) ?? Infinity],
  intrinsicSize: () => Infinity,
  posOf: (index) => property(index, 'pos'),
};

/** Index of a known word; of a contraction, that of its first piece. */
function classIndex(word: string): number | undefined {
  const index = indexes[word];
  return index === undefined ? index : (piecesOf(index)?.[0]?.index ?? index);
}

/** The class or, of a contraction, those of its pieces. Keeps nothing: unknown words are without number. */
export function classesOf(word: string): readonly WordClass[] {
  const index = indexes[word];
  if (index === undefined) {
    const lower = indexes[word.toLowerCase()];
    return [
      {
        usual: guess(word, WORD, view) || NOUN,
        hint: 0,
        possible: clusters[lower === undefined ? 0 : property(spelled(lower), 'lexemeCID')]!,
        fixed: false,
      },
    ];
  }
  const pieces = piecesOf(index);
  if (pieces)
    return pieces.map((piece) => ({
      usual: piece.pos,
      hint: property(piece.index, 'posHint'),
      possible: clusters[property(piece.normal, 'lexemeCID')]!,
      fixed: true,
    }));
  return [
    {
      usual: property(spelled(index), 'pos') || NOUN,
      hint: property(index, 'posHint'),
      possible: clusters[property(normal(index), 'lexemeCID')]!,
      fixed: false,
    },
  ];
}

interface ContractionPiece {
  readonly index: number;
  readonly normal: number;
  readonly pos: number;
}

/** The pieces of a contraction ("cannot"); null of any other word. */
function piecesOf(index: number): ContractionPiece[] | null {
  if (!property(index, 'isContraction')) return null;
  const packed = property(index, 'lemma');
  const from = packed & ((1 << PIECES_BITS) - 1);
  const to = from + ((packed >>> PIECES_BITS) & PIECES_COUNT);
  const pieces: ContractionPiece[] = [];
  for (let at = from; at < to; at += PIECE) {
    pieces.push({ index: xpansions[at]!, normal: xpansions[at + 1]!, pos: xpansions[at + 3]! });
  }
  return pieces;
}
