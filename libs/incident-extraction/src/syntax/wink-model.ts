import model from 'wink-eng-lite-web-model';

/** Where a property of a word is packed: which of its words, mask, shift, and more that is not needed here. */
type Layout = readonly [word: number, mask: number, shift: number, ...unknown[]];

/** The tables of the language model, as far as parts of speech need them. */
export interface WinkCore {
  /** `packing.size` words for each lexeme. */
  readonly lexicon: Uint32Array;
  /** Pieces of contractions, four words each: lexeme, normal, lemma, part of speech. */
  readonly xpansions: Uint32Array;
  readonly packing: {
    readonly size: number;
    readonly layout: Readonly<Record<string, Layout>>;
    readonly config: unknown;
  };
  readonly features: {
    readonly lexeme: { readonly hash: Readonly<Record<string, number>> };
    readonly pos: { readonly list: readonly string[] };
    /** The parts of speech that words of each cluster may have. */
    readonly posClusters: { readonly list: readonly ReadonlySet<number>[] };
  };
}

/** What the model's own guess at an unknown word's part of speech asks of the lexicon. */
export interface LexiconView {
  lookup(word: string): readonly number[];
  intrinsicSize(): number;
  posOf(index: number): number;
}

/** An automaton: number of states last but one, edges, names of final states, marks of final states. */
export type WinkMachine = readonly [
  version: number,
  states: number,
  edges: Readonly<Record<string, Readonly<Record<string, number>>>>,
  finals: Readonly<Record<string, string>>,
  marks: Readonly<Record<string, readonly [number, number]>>,
];

interface WinkModel {
  core(): WinkCore;
  pos(): { readonly machines: readonly string[] };
  featureFn(config: unknown): {
    pos(word: string, category: number, lexicon: LexiconView): number;
  };
}

// The package's types leave open what a model holds; it is pinned, and the tagger's spec compares.
const wink = model as unknown as WinkModel;

export const winkCore = (): WinkCore => wink.core();
export const winkMachines = (): WinkMachine[] =>
  wink.pos().machines.map((json) => JSON.parse(json) as WinkMachine);
/** The model's guess at an unknown word, by its beginning and end. */
export const winkGuess = ({ packing }: WinkCore) => wink.featureFn(packing.config).pos;
