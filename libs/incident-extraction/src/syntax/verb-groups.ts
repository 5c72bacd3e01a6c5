import type { Token } from '../text/tokens.js';
import type { Pos } from './tagger.js';
import { WordList, WordSet } from '../language/word-list.js';

/** A verb with its auxiliaries; token positions, `to` exclusive. */
export interface VerbGroup {
  readonly from: number;
  readonly to: number;
  /** The verb that carries the meaning; the auxiliary itself where none follows ("was dead"). */
  readonly main: number;
  /** "was shot", "got killed", "has been seized"; bare participles are judged with their clause. */
  readonly passive: boolean;
  readonly progressive: boolean;
  readonly negated: boolean;
  readonly infinitive: boolean;
  /** An "-ing" form without an auxiliary. */
  readonly gerund: boolean;
  /** "will", "would", "could", …; null without one. */
  readonly modal: string | null;
  /** The main word is a form of "be" with no verb behind it. */
  readonly copula: boolean;
  /** Has an auxiliary of its own. */
  readonly finite: boolean;
}

const words = (list: string): WordSet => new WordSet(list.split(' '));

const BE = words(
  "is are was were be been being am isn't aren't wasn't weren't get gets got gotten getting",
);
const MODALS = words(
  "will would can could may might must shall should won't wouldn't can't cannot couldn't shouldn't",
);
const AUXILIARIES = words('have has had having do does did');
const NEGATIONS = words('not never');
/** What an adverb may stand between. */
const LONGEST_GAP = 3;

/** All verb groups of a sentence, in order; participles before a noun ("wounded soldiers") are none. */
export function readVerbGroups(tokens: readonly Token[], pos: readonly Pos[]): VerbGroup[] {
  const groups: VerbGroup[] = [];
  for (let i = 0; i < tokens.length;) {
    const group = startsGroup(tokens, pos, i) ? groupAt(tokens, pos, i) : null;
    if (group) groups.push(group);
    i = group ? group.to : i + 1;
  }
  return groups;
}

/** Whether a token is a verb or auxiliary that is not part of a noun phrase. */
export function isVerbal(tokens: readonly Token[], pos: readonly Pos[], i: number): boolean {
  if (pos[i] !== 'VERB' && pos[i] !== 'AUX') return false;
  return !isPremodifier(tokens, pos, i);
}

/** "the wounded soldiers", "two suspected gunmen", "a burning car". */
export function isPremodifier(tokens: readonly Token[], pos: readonly Pos[], i: number): boolean {
  if (pos[i] !== 'VERB' || !/(?:ed|ing|en|wn)$/.test(tokens[i]!.low)) return false;
  const before = pos[i - 1];
  const after = pos[i + 1];
  const opens =
    before === 'DET' ||
    before === 'ADJ' ||
    before === 'NUM' ||
    POSSESSIVE.has(tokens[i - 1]?.low ?? '');
  return (
    opens && (after === 'NOUN' || after === 'PROPN' || (after === 'ADJ' && pos[i + 2] === 'NOUN'))
  );
}

export const POSSESSIVE = words("his her its their our my your 's");

function startsGroup(tokens: readonly Token[], pos: readonly Pos[], i: number): boolean {
  if (isVerbal(tokens, pos, i)) return true;
  if (tokens[i]!.low !== 'to') return false;
  const next = skipAdverbs(tokens, pos, i + 1);
  return pos[next] === 'AUX' || (pos[next] === 'VERB' && !/(?:ed|ing)$/.test(tokens[next]!.low));
}

/** "were all shot", "are both": what is said of the subject stands with the verb. */
export const FLOATING = new WordList(/^(?:all|both|each)$/);

function skipAdverbs(tokens: readonly Token[], pos: readonly Pos[], from: number): number {
  let i = from;
  while (
    i < tokens.length &&
    i - from < LONGEST_GAP &&
    (pos[i] === 'ADV' || NEGATIONS.has(tokens[i]!.low) || FLOATING.test(tokens[i]!.low))
  )
    i++;
  return i;
}

function groupAt(tokens: readonly Token[], pos: readonly Pos[], from: number): VerbGroup | null {
  const infinitive = tokens[from]!.low === 'to';
  const auxiliaries: string[] = [];
  let i = infinitive ? from + 1 : from;
  let main = -1;
  let negated = false;
  while (i < tokens.length) {
    const at = skipAdverbs(tokens, pos, i);
    for (let k = i; k < at; k++) if (NEGATIONS.has(tokens[k]!.low)) negated = true;
    if (at > i && auxiliaries.length === 0 && !infinitive) break;
    if (at >= tokens.length || !(isVerbal(tokens, pos, at) || pos[at] === 'AUX')) break;
    const { low } = tokens[at]!;
    if (low.endsWith("n't")) negated = true;
    main = at;
    i = at + 1;
    const helps = pos[at] === 'AUX' || BE.has(low) || AUXILIARIES.has(low) || MODALS.has(low);
    if (!helps || !continues(tokens, pos, i)) break;
    auxiliaries.push(low);
  }
  if (main < 0) return null;
  const last = auxiliaries.at(-1) ?? '';
  const { low } = tokens[main]!;
  const ing = low.endsWith('ing');
  return {
    from,
    to: main + 1,
    main,
    passive: BE.has(last) && !ing,
    progressive: BE.has(last) && ing,
    negated,
    infinitive,
    gerund: auxiliaries.length === 0 && ing && !infinitive,
    modal: auxiliaries.find((word) => MODALS.has(word)) ?? null,
    copula: BE.has(low) && pos[main] === 'AUX',
    finite: auxiliaries.length > 0,
  };
}

/** Whether more of the group follows an auxiliary. */
function continues(tokens: readonly Token[], pos: readonly Pos[], from: number): boolean {
  const at = skipAdverbs(tokens, pos, from);
  return at < tokens.length && (pos[at] === 'AUX' || isVerbal(tokens, pos, at));
}
