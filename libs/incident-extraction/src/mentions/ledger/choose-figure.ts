import { readData } from '../../lexicon/data.js';
import { type Evidence, isDistinct, isTitle } from './evidence.js';
import { FIGURE_FEATURES, figureFeatures } from './figure-features.js';

export type Fitted = 'killed' | 'injured';

const { weights } = readData<{ weights: Record<Fitted, Record<string, number>> }>(
  'figure-weights.json',
);
const WEIGHTS: Readonly<Record<Fitted, readonly number[]>> = {
  killed: FIGURE_FEATURES.map((name) => weights.killed[name] ?? 0),
  injured: FIGURE_FEATURES.map((name) => weights.injured[name] ?? 0),
};

/** The weights were fitted on incidents of few victims; larger figures are as the text states them. */
const MOST = 8;

/** The figures that are weighed; none where the rule's is to stand. */
export function candidatesOf(evidence: Evidence): number[] {
  const { rule, values } = evidence;
  if (rule && rule.best === 0) return [];
  const all = [...values.keys()].filter((value) => value > 0 || !isSurelyHurt(evidence));
  if (all.some((value) => value > MOST)) return [];
  // Whom a number counts was there, and so were "soldiers".
  const told = rule?.basis === 'stated' || (rule?.best === null && evidence.own.some(isTitle));
  return told ? all.filter((value) => value > 0) : all;
}

/** Whether someone is told to be wounded, or to live, and is none of the dead. */
const isSurelyHurt = ({ kind, told, killed }: Evidence): boolean =>
  kind === 'injured' &&
  told.alive.some(
    (one) =>
      (one.effects.has('injured') &&
        (killed === 0 ||
          one.apart ||
          (told.dead.length >= killed && isDistinct(one, told.dead)))) ||
      one.lives ||
      (one.sure && one.description.other),
  );

/** The likeliest of the figures that a draft offers; null where the rule's is to stand. */
export function chooseFigure(kind: Fitted, evidence: Evidence): number | null {
  let chosen: number | null = null;
  let most = -Infinity;
  for (const value of candidatesOf(evidence)) {
    const score = dot(WEIGHTS[kind], figureFeatures(evidence, value));
    if (score > most) [chosen, most] = [value, score];
  }
  return chosen;
}

const dot = (weights: readonly number[], features: readonly number[]): number =>
  features.reduce((sum, feature, i) => sum + feature * weights[i]!, 0);
