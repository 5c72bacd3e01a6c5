import { WordList } from '../language/word-list.js';
import type { Token } from '../text/tokens.js';

/** What a road's or a river's name ends with. */
const WAY = new WordList(
  /^(?:street|road|rd|avenue|ave|drive|boulevard|blvd|lane|ln|highway|parkway|turnpike|bridge|way|terrace|trail|pike|freeway|tunnel|expressway|river|creek|canal)$/,
);
/** What joins two towns: their names say no more than where it begins and ends. */
const ROUTE = new WordList(/^(?:highway|road|route|line|railway|railroad|motorway|freeway)$/);

/** Gangs that are named after a town and are at work anywhere. */
const GANG = new WordList(/^(?:cartel|cartels|mafia)$/);

/**
 * Whether a place's name is part of another thing's, which may be anywhere: a road's, a river's, a gang's ("San Fernando
 * Street", "the Medellin-Bogota highway", "the Medellin cartel").
 *
 * @param from index of the name's first token, `to` of the one after its last
 */
export function lendsName(tokens: readonly Token[], from: number, to: number): boolean {
  const next = tokens[to];
  if (!next) return false;
  if (GANG.test(next.low)) return true;
  return (next.capital && WAY.test(next.low)) || (joins(tokens, from, to) && ROUTE.test(next.low));
}

/** "Medellin-Bogota": one of two names that a hyphen puts together. */
function joins(tokens: readonly Token[], from: number, to: number): boolean {
  const last = tokens[to - 1]!;
  return last.text.includes('-') || tokens[from - 1]?.low === '-';
}
