import { DETERMINERS, PHRASE_STOPS } from '../language/function-words.js';
import { triggers } from '../lexicon/triggers.js';
import { units } from '../numbers/lexicon.js';
import { exactly, type NumberExpression, type Quantity } from '../numbers/counts.js';
import type { Token } from '../text/tokens.js';

/** Months and weeks give no age in years. */
const AGE = /^(\d{1,3})-years?-olds?$/;
const AGED = /^[\p{L}\d]+(?:-\p{L}+)?-(?:year|month|week|day)s?-olds?$/u;

/** "two-month-old", "17-year-olds"; most words end otherwise. */
export const isAged = (low: string): boolean =>
  (low.endsWith('-old') || low.endsWith('-olds')) && AGED.test(low);

export const YEARS = /^(?:years?|yrs?)$/;

/** The age that ends at a token: "25-year-old", "25-year old", "25 year old"; null for none. */
export function ageAt(tokens: readonly Token[], at: number): number | null {
  const { low, spelling } = tokens[at]!;
  if (low !== 'old') return spelling?.plain ? null : yearsOf(AGE, low);
  const before = tokens[at - 1]?.low ?? '';
  const joined = yearsOf(/^(\d{1,3})-years?$/, before);
  if (joined !== null || !YEARS.test(before)) return joined;
  return (
    yearsOf(/^(\d{1,3})$/, tokens[at - 2]?.low ?? '') ??
    units.get(tokens[at - 2]?.low ?? '') ??
    null
  );
}

function yearsOf(pattern: RegExp, word: string): number | null {
  const found = pattern.exec(word);
  if (found) return Number(found[1]);
  const spelled = /^([a-z]+(?:-[a-z]+)?)-years?(?:-olds?)?$/.exec(word);
  return spelled ? (spelledAge(spelled[1]!) ?? null) : null;
}

/** "two", "twenty-one". */
function spelledAge(words: string): number | undefined {
  const [tens, ones] = words.split('-');
  const first = units.get(tens!);
  return ones === undefined || first === undefined ? first : first + (units.get(ones) ?? 0);
}

/** Where a phrase begins, and what its words before the head say. */
export interface LeftEdge {
  readonly from: number;
  readonly count: Quantity | null;
  /** "one of the three": how many they are of whom these are part; null where the text does not say. */
  readonly whole: Quantity | null;
  readonly age: number | null;
}

/** Reads a phrase leftwards from its head. */
export function leftEdge(
  tokens: readonly Token[],
  head: number,
  floor: number,
  endingAt: ReadonlyMap<number, NumberExpression>,
): LeftEdge {
  let age: number | null = null;
  let from = head;
  for (let i = head - 1; i >= floor && head - i <= 6; i--) {
    const number = endingAt.get(i + 1);
    if (number) {
      const part = partOf(tokens, number.from, endingAt);
      if (part) return { ...part, whole: number, age };
      return { from: number.from, count: number, whole: null, age };
    }
    if (tokens[i]!.low === 'both') return { from: i, count: BOTH, whole: null, age };
    const token = tokens[i]!;
    age ??= ageAt(tokens, i);
    if (token.low === 'of' && i > 0) {
      // "two of the victims": the number counts, the noun says whom.
      const part = endingAt.get(membersAt(tokens, i));
      return { from: part?.from ?? from, count: part ?? null, whole: null, age };
    }
    // "said that more suspects": no "that" of its own has a plural.
    if (
      token.low === 'that' &&
      /s$|^(?:men|women|people|children|police|personnel|staff)$/.test(tokens[head]!.low)
    )
      break;
    if (DETERMINERS.has(token.low)) {
      const part = partOf(tokens, i, endingAt);
      return { from: part?.from ?? i, count: part?.count ?? null, whole: null, age };
    }
    if (isPassed(tokens, i, endingAt) || isDeed(tokens, i, head) || isSaint(tokens, i)) continue;
    if (token.kind === 'mark' || PHRASE_STOPS.has(token.low) || isVerb(tokens, i)) break;
    from = i;
  }
  return { from, count: null, whole: null, age };
}

/** "both men". */
export const BOTH = exactly(2);

/** "one of the three priests", "two of his sons": the number before "of" counts, whatever the whole is. */
function partOf(
  tokens: readonly Token[],
  from: number,
  endingAt: ReadonlyMap<number, NumberExpression>,
): Pick<LeftEdge, 'from' | 'count'> | null {
  const of = DETERMINERS.has(tokens[from - 1]?.low ?? '') ? from - 2 : from - 1;
  const part = tokens[of]?.low === 'of' ? endingAt.get(membersAt(tokens, of)) : undefined;
  return part ? { from: part.from, count: part } : null;
}

/** "four members of the security forces": where the number ends that counts them. */
const membersAt = (tokens: readonly Token[], of: number): number =>
  /^members?$/.test(tokens[of - 1]?.low ?? '') ? of - 1 : of;

/** 'two "attackers"', "three wounded officers": what stands between a number and the noun that it counts. */
function isPassed(
  tokens: readonly Token[],
  at: number,
  endingAt: ReadonlyMap<number, NumberExpression>,
): boolean {
  if (!/^(?:["“‘«]|wounded|injured)$/.test(tokens[at]!.low)) return false;
  const other = /^(?:other|more)$/.test(tokens[at - 1]?.low ?? '') ? 1 : 0;
  return endingAt.has(at - other);
}

/** "five shooting victims": of whom what is said. */
const isDeed = (tokens: readonly Token[], at: number, head: number): boolean =>
  at === head - 1 &&
  /^(?:shooting|stabbing|bombing)$/.test(tokens[at]!.low) &&
  /^(?:victims?|survivors?)$/.test(tokens[head]!.low);

/** "two young St. Louis boys": the point ends no sentence. */
const isSaint = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.low === '.' && /^(?:st|ft|mt)$/.test(tokens[at - 1]?.low ?? '');

const VERBAL: ReadonlySet<string> = new Set(['gerund', 'third', 'base']);

/** A verb of the lexicon that is no participle: it ends the phrase ("assaulting police officers"). */
function isVerb(tokens: readonly Token[], at: number): boolean {
  const readings = triggers.at(tokens, at)?.value;
  return Boolean(readings?.length && readings.every(({ form }) => VERBAL.has(form)));
}
