import { WordList } from '../language/word-list.js';
import type { Token } from '../text/tokens.js';

/** What a road's or a river's name ends with. */
const WAY = new WordList(
  /^(?:street|road|rd|avenue|ave|drive|boulevard|blvd|lane|ln|highway|parkway|turnpike|bridge|way|terrace|trail|pike|freeway|tunnel|expressway|river|creek|canal)$/,
);
/** What joins two towns: their names say no more than where it begins and ends. */
const ROUTE = new WordList(/^(?:highway|road|route|line|railway|railroad|motorway|freeway)$/);

/** "the Pacific coast" */
const OCEAN = new WordList(/^(?:pacific|atlantic|caribbean|mediterranean|gulf)$/);
const SHORE = new WordList(/^(?:coast|ocean|sea|shore|coastline|waters)$/);

/** Gangs that are named after a town and are at work anywhere. */
const GANG = new WordList(/^(?:cartel|cartels|mafia)$/);

/**
 * Whether a place's name is part of another thing's, which may be anywhere: a road's, a river's, a gang's, an airline's ("San
 * Fernando Street", "the Medellin-Bogota highway", "the Medellin cartel", "Air France").
 *
 * @param from index of the name's first token, `to` of the one after its last
 */
export function lendsName(tokens: readonly Token[], from: number, to: number): boolean {
  const [before, next] = [tokens[from - 1], tokens[to]];
  if (before?.low === 'air' && before.capital) return true;
  if (!next) return false;
  if (GANG.test(next.low)) return true;
  if (next.low === 'gate' && next.capital) return true;
  if (SHORE.test(next.low) && OCEAN.test(tokens[to - 1]!.low)) return true;
  return (next.capital && WAY.test(next.low)) || (joins(tokens, from, to) && ROUTE.test(next.low));
}

/** "Medellin-Bogota": one of two names that a hyphen puts together. */
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]!;
  return last.text.includes('-') || tokens[from - 1]?.low === '-';
}

/** Kilometres in a unit. */
const UNITS: ReadonlyMap<string, number> = new Map([
  ...'km kms kilometer kilometers kilometre kilometres'
    .split(' ')
    .map((unit) => [unit, 1] as const),
  ...'mile miles'.split(' ').map((unit) => [unit, 1.6] as const),
]);
/** From so many km on a place by which the way is told is another one. */
const FAR_KM = 50;
/** How far before the name its distance stands, in tokens: "miles to the south-east of X". */
const WAY_BACK = 6;

/** Whether a name only tells how far away something is: "750 km northwest of Dorra". */
export function isFarFrom(tokens: readonly Token[], from: number): boolean {
  if (!/^(?:of|from)$/.test(tokens[from - 1]?.low ?? '')) return false;
  for (let at = from - 2; at > 0 && at >= from - WAY_BACK; at--) {
    const unit = UNITS.get(tokens[at]!.low);
    if (unit === undefined) continue;
    return Number(tokens[at - 1]!.text.replace(',', '')) * unit >= FAR_KM;
  }
  return false;
}
