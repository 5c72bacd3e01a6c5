import type { Token } from '../text/tokens.js';
import { isCommonWord } from './common-words.js';
import { tagsOf } from './tag-rules.js';
import { classesOf, POS_NAMES, type WordClass } from './word-classes.js';
import { FLOATING } from './verb-groups.js';
import { WordList, WordSet } from '../language/word-list.js';

/** Universal parts of speech, as far as the tagger tells them apart. */
export type Pos =
  | 'ADJ'
  | 'ADP'
  | 'ADV'
  | 'AUX'
  | 'CCONJ'
  | 'DET'
  | 'INTJ'
  | 'NOUN'
  | 'NUM'
  | 'PART'
  | 'PRON'
  | 'PROPN'
  | 'PUNCT'
  | 'SCONJ'
  | 'SYM'
  | 'VERB'
  | 'X';

/** Words longer than this are no words. */
const LONGEST = 30;

/**
 * The part of speech of each token. The tagger's model (wink) gets one plain stand-in per token, so that it
 * never meets hostile input. Text in capitals is given the case that it would have.
 */
export function tag(tokens: readonly Token[], upperCase: boolean): Pos[] {
  const words: WordClass[] = [];
  // Of a contraction ("cannot") the last piece's tag counts.
  const lasts = tokens.map((token) => {
    for (const each of classesAt(token, upperCase)) words.push(each);
    return words.length - 1;
  });
  const tags = tagsOf(words);
  const tagged = lasts.map((last, i) => mended(tokens, i, POS_NAMES[tags[last]!] as Pos));
  return tagged.map((pos, i) =>
    isHeadlineVerb(tokens, tagged, i) ||
    isHarmBeforeWhom(tokens, tagged, i) ||
    isDoing(tokens, tagged, i)
      ? 'VERB'
      : pos,
  );
}

/** What is known of a token by itself; noted on its spelling. */
function classesAt(token: Token, upperCase: boolean): readonly WordClass[] {
  const { spelling } = token;
  if (!spelling) return classesOf(standIn(token, upperCase));
  return upperCase
    ? (spelling.capitalClasses ??= classesOf(standIn(token, upperCase)))
    : (spelling.classes ??= classesOf(standIn(token, upperCase)));
}

function standIn({ low, text, kind, capital }: Token, upperCase: boolean): string {
  if (kind === 'number')
    return /^\d+(?:st|nd|rd|th)$/.test(low) ? 'third' : /[a-z]/.test(low) ? 'old' : '12';
  if (kind === 'mark')
    return /^[,.;:?!()"'&$%-]$/.test(text) ? text : /^[“”«»]$/.test(text) ? '"' : '-';
  if (low === "'s") return "'s";
  const plain = /^[a-z]+$/.test(low) ? low.slice(0, LONGEST) : plainOf(low);
  if (plain === '') return 'x';
  const proper = upperCase ? plain.length > 1 && !isCommonWord(plain) : capital;
  return proper ? plain[0]!.toUpperCase() + plain.slice(1) : plain;
}

/** Of a compound the last part says what it is: "law-enforcement", "co-founder". */
function plainOf(low: string): string {
  const last = low.slice(low.lastIndexOf('-') + 1) || low;
  if (last.endsWith("n't")) return NOT_FORMS[last] ?? 'did';
  return last.replaceAll(/[^\p{L}]/gu, '').slice(0, LONGEST);
}

/** What a negated auxiliary is without its negation. */
const NOT_FORMS: Readonly<Record<string, string>> = {
  "isn't": 'is',
  "aren't": 'are',
  "wasn't": 'was',
  "weren't": 'were',
  "won't": 'will',
  "wouldn't": 'would',
  "can't": 'can',
  "couldn't": 'could',
  "shouldn't": 'should',
  "hasn't": 'has',
  "haven't": 'have',
  "hadn't": 'had',
  "doesn't": 'does',
  "don't": 'do',
};

/** Forms of verbs that serve as prepositions. */
const PREPOSITIONAL = new WordList(
  /^(?:including|according|following|regarding|concerning|owing|given)$/,
);

/** Where the tagger is wrong by its nature: compounds, "'s", and past forms after a name in headlines. */
function mended(tokens: readonly Token[], i: number, pos: Pos): Pos {
  const { low, kind, spelling } = tokens[i]!;
  if (kind === 'mark') return 'PUNCT';
  if (kind === 'number') return /\d-/.test(low) ? 'ADJ' : 'NUM';
  if (low === "'s") return 'PART';
  if (!spelling?.plain && low.includes('-')) {
    if (pos === 'VERB' || pos === 'ADV') return 'ADJ';
    if (/-olds?$/.test(low)) return low.endsWith('s') ? 'NOUN' : 'ADJ';
  }
  if (pos === 'VERB' && PREPOSITIONAL.test(low)) return 'ADP';
  if (low === 'whether' || low === 'because') return 'SCONJ';
  return pos;
}

/** "killing six and wounding 120", "… and wounded 40", ", wounding a girl": what stands joined before whom it harms. */
function isHarmBeforeWhom(tokens: readonly Token[], tags: readonly Pos[], i: number): boolean {
  if (tags[i] !== 'NOUN' && tags[i] !== 'ADJ' && tags[i] !== 'PROPN') return false;
  if (!HARMING.test(tokens[i]!.low)) return false;
  if (tags[i + 1] !== 'NUM' && !HARMED_ONE.test(tokens[i + 1]?.low ?? '')) return false;
  return tags[i - 1] === 'CCONJ' || tokens[i - 1]?.low === ',';
}

const HARMED_ONE = new WordList(/^(?:an?|another|his|her|their|its|several|many|some)$/);
const HARMING = new WordList(/^(?:kill|wound|injur|hurt|maim)(?:ing|ed)$/);

/** "Homeowner shoots intruder": no shoots of a plant, nor of a film. */
function isDoing(tokens: readonly Token[], tags: readonly Pos[], i: number): boolean {
  const { low } = tokens[i]!;
  if (tags[i] === 'VERB' || (low !== 'shoots' && low !== 'stabs')) return false;
  if (/^(?:photo|video|film|bamboo|bean|green|tv)$/.test(tokens[i - 1]?.low ?? '')) return false;
  return /^(?:NOUN|PROPN|PRON|ADJ)$/.test(tags[i - 1] ?? 'X');
}

const NOMINAL = new WordList(/^(?:NOUN|PROPN|ADJ)$/);
const BE = new WordList(/^(?:is|are|was|were|been|being)$/);

const HEADLINE_VERBS = new WordSet(['shot', 'hurt', 'hit', 'cut']);

/** "Man shot in park": a past form that looks like a noun, right behind who suffers it. */
function isHeadlineVerb(tokens: readonly Token[], tags: readonly Pos[], i: number): boolean {
  if (tags[i] === 'VERB' || !HEADLINE_VERBS.has(tokens[i]!.low)) return false;
  if (tokens[i + 1]?.low === 'dead') return true;
  // "three more hurt".
  if (
    /^(?:more|others?|another)$/.test(tokens[i - 1]?.low ?? '') &&
    !NOMINAL.test(tags[i + 1] ?? 'X')
  )
    return true;
  if (FLOATING.test(tokens[i - 1]?.low ?? '') && BE.test(tokens[i - 2]?.low ?? '')) return true;
  const [before, after] = [tags[i - 1] ?? 'X', tags[i + 1] ?? 'PUNCT'];
  return /^(?:NOUN|PROPN|NUM|PRON)$/.test(before) && !NOMINAL.test(after);
}
