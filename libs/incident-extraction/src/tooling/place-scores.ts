import type { Choice } from '@tocsin/geocoding/fit';
import type { Decision } from '../mentions/place-decision.js';
import type { Candidate } from '../mentions/place-votes.js';

/** A draft whose place is known. */
export interface Example extends Choice {
  readonly set: string;
  readonly id: string;
  readonly fold: number;
  readonly candidates: readonly Candidate[];
  /** How near each candidate is to the incident's place; the highest is right, 0 is wrong. */
  readonly levels: readonly number[];
}

export interface Answered {
  readonly example: Example;
  readonly chances: ArrayLike<number>;
  readonly decision: Decision | null;
}

/** Shares of the drafts whose likeliest candidate, and whose decision, is right. */
export function accuracy(answered: readonly Answered[]) {
  const round = (count: number, all: number) => Math.round((1000 * count) / all) / 1000;
  const known = answered.filter(({ example }) => example.right.length > 0);
  const likeliest = ({ example, chances }: Answered): number =>
    Array.from(chances).reduce((best, chance, i, all) => (chance > all[best]! ? i : best), 0) *
    (example.options.length > 0 ? 1 : 0);
  const hits = known.filter((each) => each.example.right.includes(likeliest(each)));
  const judged = answered.map(judge);
  const count = (verdict: Verdict) => judged.filter((each) => each === verdict).length;
  return {
    drafts: answered.length,
    likeliestOfNamed: round(hits.length, known.length),
    right: round(count('right'), answered.length),
    coarse: round(count('coarse'), answered.length),
    wrong: round(count('wrong'), answered.length),
    none: round(count('none'), answered.length),
  };
}

type Verdict = 'right' | 'coarse' | 'wrong' | 'none';

/** Coarse is a country or division that holds the right place. */
function judge({ example, decision }: Answered): Verdict {
  if (!decision) return 'none';
  const { candidate, level } = decision;
  const at = example.candidates.indexOf(candidate);
  if (level === 'place' || level === 'near') {
    if (example.right.includes(at)) return 'right';
    return example.levels[at]! > 0 ? 'coarse' : 'wrong';
  }
  const { place } = candidate;
  const inside = example.right.some((i) => {
    const right = example.candidates[i]!.place;
    return (
      right.countryIso3 === place.countryIso3 &&
      (level === 'country' || right.admin1 === place.admin1)
    );
  });
  return inside ? 'coarse' : example.right.length > 0 ? 'wrong' : 'none';
}
