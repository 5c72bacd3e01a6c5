import { readData } from '../lexicon/data.js';
import { PhraseIndex } from '../lexicon/phrase-index.js';
import type { Token } from '../text/tokens.js';

/** A number as the text bounds it; null = open. */
export interface Quantity {
  readonly low: number | null;
  readonly best: number | null;
  readonly high: number | null;
  /** From a vague word ("dozens"), by ACLED's rule. */
  readonly vague: boolean;
}

/** A number expression in a sentence, bounds included ("at least two dozen"); `to` is exclusive. */
export interface NumberExpression extends Quantity {
  readonly from: number;
  readonly to: number;
  /** Where the number itself begins, behind its bound ("at least"). */
  readonly core: number;
}

interface NumberFile {
  units: Record<string, number>;
  scales: Record<string, number>;
  groups: Record<string, number>;
  vague: Record<string, number>;
  none: string[];
  bounds: Record<'atLeast' | 'atMost' | 'about', string[]>;
  notCountedAfter: string[];
  notCountedBefore: string[];
}

const file = readData<NumberFile>('numbers.json');
const notAfter = new Set(file.notCountedAfter);
const notBefore = new Set(file.notCountedBefore);
const none = new Set(file.none);
const bounds = new PhraseIndex<'atLeast' | 'atMost' | 'about'>();
for (const [kind, phrases] of Object.entries(file.bounds)) {
  for (const phrase of phrases) bounds.add(phrase, kind as 'atLeast' | 'atMost' | 'about');
}
const MONTH =
  /^(?:jan|feb|mar|apr|may|june?|july?|aug|sept?|oct|nov|dec)(?:uary|ruary|ch|il|ust|ember|ober)?\.?$/;

interface Cardinal {
  readonly value: number;
  readonly to: number;
  readonly vague: boolean;
}

/** Every number expression of a sentence that can count people or things. */
export function findNumbers(tokens: readonly Token[]): NumberExpression[] {
  const found: NumberExpression[] = [];
  for (let i = 0; i < tokens.length;) {
    const bound = bounds.at(tokens, i);
    const at = bound ? bound.to : i;
    const first = quantityAt(tokens, at);
    if (!first) {
      i++;
      continue;
    }
    const range = first.vague ? null : rangeAt(tokens, at, first);
    const to = range?.to ?? first.to;
    if (counts(tokens, at, to)) {
      found.push({ from: bound ? i : at, to, core: at, ...bounded(first, range, bound?.value) });
    }
    i = to;
  }
  return found;
}

function bounded(first: Cardinal, range: Cardinal | null, bound?: string): Quantity {
  const { value, vague } = first;
  if (range) return { low: value, best: value, high: range.value, vague: false };
  if (vague || bound === 'atLeast') return { low: value, best: value, high: null, vague };
  if (bound === 'atMost') return { low: null, best: value, high: value, vague: false };
  return { low: value, best: value, high: value, vague: false };
}

/** "10 to 20", "10-20", "between 10 and 20". */
function rangeAt(tokens: readonly Token[], at: number, first: Cardinal): Cardinal | null {
  const joint = tokens[first.to]?.low;
  const between = joint === 'and' && tokens[at - 1]?.low === 'between';
  if (joint !== 'to' && joint !== '-' && joint !== '–' && joint !== 'or' && !between) return null;
  const second = quantityAt(tokens, first.to + 1);
  return second && second.value > first.value ? second : null;
}

/** One cardinal: digits, words, scales and groups ("two dozen", "1.2 million", "a couple of"). */
function quantityAt(tokens: readonly Token[], at: number): Cardinal | null {
  const token = tokens[at];
  if (!token) return null;
  if (token.kind === 'number') return digits(tokens, at);
  if (none.has(token.low)) {
    const to = token.low === 'no' && tokens[at + 1]?.low === 'one' ? at + 2 : at + 1;
    return { value: 0, to, vague: false };
  }
  const vague = Object.hasOwn(file.vague, token.low) ? file.vague[token.low] : undefined;
  if (vague !== undefined) {
    return { value: vague, to: tokens[at + 1]?.low === 'of' ? at + 2 : at + 1, vague: true };
  }
  return words(tokens, at);
}

function digits(tokens: readonly Token[], at: number): Cardinal | null {
  const token = tokens[at]!;
  const match = /^(\d[\d,]*(?:\.\d+)?)([mk]?)$/.exec(token.low);
  if (!match) return null;
  let value = Number(match[1]!.replaceAll(',', ''));
  if (match[2]) value *= match[2] === 'm' ? 1e6 : 1e3;
  let to = at + 1;
  const scale = file.scales[tokens[to]?.low ?? ''] ?? file.groups[tokens[to]?.low ?? ''];
  if (scale) {
    value *= scale;
    to++;
  }
  return Number.isInteger(value) && value <= 1e8 ? { value, to, vague: false } : null;
}

function words(tokens: readonly Token[], at: number): Cardinal | null {
  let total = 0;
  let current = -1;
  let to = at;
  for (let i = at; i < tokens.length; i++) {
    const low = tokens[i]!.low;
    const unit = unitOf(low);
    const scale = Object.hasOwn(file.scales, low) ? file.scales[low]! : undefined;
    const group = Object.hasOwn(file.groups, low) ? file.groups[low]! : undefined;
    if (
      unit !== null &&
      (current < 0 || current % 100 === 0 || (current % 10 === 0 && unit < 10))
    ) {
      current = Math.max(0, current) + unit;
    } else if (scale !== undefined && (current > 0 || isArticle(tokens[i - 1]))) {
      const base = current > 0 ? current : 1;
      if (scale === 100) current = base * 100;
      else {
        total += base * scale;
        current = 0;
      }
    } else if (group !== undefined && (current > 0 || isArticle(tokens[i - 1]))) {
      total += (current > 0 ? current : 1) * group;
      return { value: total, to: tokens[i + 1]?.low === 'of' ? i + 2 : i + 1, vague: false };
    } else if (i === at && isArticle(tokens[i])) {
      if (
        !Object.hasOwn(file.scales, next(tokens, i)) &&
        !Object.hasOwn(file.groups, next(tokens, i))
      )
        return null;
      continue;
    } else if (low === 'and' && current >= 100 && unitOf(next(tokens, i)) !== null) {
      continue;
    } else break;
    to = i + 1;
  }
  if (to === at) return null;
  return { value: total + Math.max(0, current), to, vague: false };
}

function unitOf(low: string): number | null {
  if (Object.hasOwn(file.units, low)) return file.units[low]!;
  const dash = low.indexOf('-');
  if (dash < 0) return null;
  const [tens, ones] = [file.units[low.slice(0, dash)], file.units[low.slice(dash + 1)]];
  return tens && ones && tens % 10 === 0 && ones < 10 ? tens + ones : null;
}

const isArticle = (token: Token | undefined): boolean => token?.low === 'a' || token?.low === 'an';
const next = (tokens: readonly Token[], at: number): string => tokens[at + 1]?.low ?? '';

/** Ages, dates, clock times, calibres, money, distances, routes and addresses are no counts. */
function counts(tokens: readonly Token[], from: number, to: number): boolean {
  const before = tokens[from - 1]?.low ?? '';
  const after = tokens[to]?.low ?? '';
  if (notAfter.has(after) || notBefore.has(before)) return false;
  if (MONTH.test(before) || (MONTH.test(after) && after !== 'may')) return false;
  const only = tokens[from]!;
  if (to === from + 1 && only.kind === 'number') {
    const value = Number(only.low);
    if (value >= 1900 && value <= 2100 && !only.text.includes(',')) return false;
    if (after === '-' || after === '/' || before === '/' || after === ':' || before === '.')
      return false;
    // An age in apposition: "Smith, 25, was killed".
    if (before === ',' && after === ',' && value < 120) return false;
  }
  return true;
}
