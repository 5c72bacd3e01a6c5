import { distanceKm } from './toponym-cases.js';
import type { Gold, ToponymCase } from './toponym-cases.js';

/** A place name found, and whether its reading is known to be right. */
export interface Found {
  readonly start: number;
  readonly end: number;
  readonly lat: number;
  readonly lon: number;
  readonly right: boolean | null;
}

export interface ToponymScore {
  /** geo: found and within 161 km, end to end. */
  readonly f1: number;
  readonly precision: number;
  readonly recall: number;
  /** geo: within 161 km, of the gold names found. */
  readonly accuracyOnFound: number;
  /** gva: names of the incident's town that mean it. */
  readonly town: number;
  /** muc4: names of the incidents' locations that mean a place in its country, of those that are told as places. */
  readonly country: number;
}

/** As the field scores: a name found is right if it overlaps a gold one and lies within 161 km of it. */
export function scoreToponyms(
  answers: readonly { readonly item: ToponymCase; readonly found: readonly Found[] }[],
): ToponymScore {
  let [gold, found, matched, right] = [0, 0, 0, 0];
  const towns = { gva: { known: 0, right: 0 }, muc4: { known: 0, right: 0 } };
  for (const answer of answers) {
    const { set } = answer.item;
    if (set !== 'geo') {
      const known = answer.found.filter((each) => each.right !== null);
      towns[set].known += known.length;
      towns[set].right += known.filter((each) => each.right).length;
      continue;
    }
    const open = new Set(answer.found);
    const located = answer.item.golds.filter((each) => each.lat !== null);
    gold += located.length;
    for (const each of located) {
      const best = bestOverlap(each, open);
      if (!best) continue;
      open.delete(best);
      found++;
      matched++;
      if (distanceKm(each.lat ?? 0, each.lon ?? 0, best.lat, best.lon) <= 161) right++;
    }
    const vague = answer.item.golds.filter((each) => each.lat === null);
    found += [...open].filter((each) => !vague.some((other) => overlap(each, other) > 0)).length;
  }
  const precision = right / found;
  const recall = right / gold;
  return {
    f1: round((2 * precision * recall) / (precision + recall)),
    precision: round(precision),
    recall: round(recall),
    accuracyOnFound: round(right / matched),
    town: round(towns.gva.right / towns.gva.known),
    country: round(towns.muc4.right / towns.muc4.known),
  };
}

function bestOverlap(gold: Gold, open: ReadonlySet<Found>): Found | null {
  let best: Found | null = null;
  let most = 0;
  for (const each of open) {
    const exact = each.start === gold.start && each.end === gold.end;
    const shared = exact ? Infinity : overlap(each, gold);
    if (shared > most) [best, most] = [each, shared];
  }
  return best;
}

type Span = Pick<Gold, 'start' | 'end'>;
const overlap = (a: Span, b: Span) => Math.min(a.end, b.end) - Math.max(a.start, b.start);
const round = (value: number) => Math.round(value * 1000) / 1000;
