import type { Effect } from '../../lexicon/triggers.js';
import type { NumberExpression } from '../../numbers/counts.js';
import type { Token } from '../../text/tokens.js';
import type { Told } from '../casualties.js';
import { LABELS } from './counted.js';
import { WordList } from '../../language/word-list.js';

const TAKES = new WordList(/^(?:claim(?:s|ed|ing)?|tak(?:es|en|ing|e)|took|cost(?:s|ing)?)$/);
const LIVES = new WordList(/^(?:lives)$/);
/** How far before the number the verb stands that takes them, in tokens: "has already claimed at least 217 lives". */
const TAKEN_REACH = 5;

const GREW = new WordList(
  /^(?:topped|tops|exceeded|exceeds|surpassed|passed|reached|reaches|hit|hits|rose|risen|rises|climbed|stood|stands|was|is)$/,
);
/** Between "number" and the figure stand whose number it is and what it does, in tokens. */
const NUMBER_REACH = 8;

/**
 * Figures that no person's phrase holds: "the bombings claimed at least 217 lives", "the number injured topped
 * 2,200".
 */
export function livesTolls(tokens: readonly Token[], numbers: readonly NumberExpression[]): Told[] {
  return numbers.flatMap((number) => taken(tokens, number) ?? counted(tokens, number) ?? []);
}

function taken(tokens: readonly Token[], number: NumberExpression): Told | null {
  const { from, to } = number;
  const noun = LIVES.test(tokens[to]?.low ?? '')
    ? to
    : LIVES.test(tokens[to + 1]?.low ?? '')
      ? to + 1
      : -1;
  if (noun < 0) return null;
  const start = Math.max(0, from - TAKEN_REACH);
  const verb = tokens.findIndex(({ low }, at) => at >= start && at < from && TAKES.test(low));
  // "could claim 20 lives", "did not cost any lives".
  if (verb < 0 || tokens.slice(Math.max(0, verb - 2), verb).some(({ low }) => DENIED.test(low)))
    return null;
  return toll('killed', number, verb, noun + 1);
}

const DENIED = /^(?:not|never|could|would|might|may|can|will|to|if|.*n't)$/;

function counted(tokens: readonly Token[], number: NumberExpression): Told | null {
  const { from, to } = number;
  const start = Math.max(0, from - NUMBER_REACH);
  const at = tokens.findIndex(({ low }, i) => i >= start && i < from && low === 'number');
  if (at < 0 || tokens[at - 1]?.low !== 'the') return null;
  const between = tokens.slice(at + 1, from);
  const label = between.findIndex(({ low }) => LABELS.has(low));
  const grew = between.findIndex(({ low }) => GREW.test(low));
  if (
    label < 0 ||
    grew < label ||
    between.some(({ kind, low }) => kind === 'mark' || low === 'from')
  )
    return null;
  return toll(LABELS.get(between[label]!.low)!, number, at, to);
}

const toll = (effect: Effect, quantity: NumberExpression, from: number, to: number): Told => ({
  effect,
  quantity,
  stated: true,
  people: [],
  from,
  to,
});
