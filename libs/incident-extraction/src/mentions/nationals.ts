import { isDateline } from './place-features.js';
import type { Decision } from './place-decision.js';
import { directionOf } from './place-relation.js';
import type { Candidate, Standing } from './place-votes.js';
import { WordList } from '../language/word-list.js';

/** Who is a country's, wherever he is. */
const OWNED = new WordList(
  /^(?:citizens?|nationals?|embassy|embassies|consulates?|ambassadors?|diplomats?|government|president|authorities|officials?|soldiers?|servicem[ae]n|troops|military|army|navy|marines?|advis[eo]rs?|missionar(?:y|ies)|tourists?|journalists?|businessm[ae]n|aid|dollars?)$/,
);

const isOwned = ({ reading, to }: Standing): boolean =>
  OWNED.test(reading.sentence.tokens[to]?.low ?? '');

const isWay = ({ reading: { sentence }, from }: Standing): boolean =>
  /^(?:to|from)$/.test(directionOf(sentence.tokens, from) ?? '');

/** Whether a country is only named as someone's or as where people go or come from: "two U.S. citizens were killed". */
export const isNationals = ({ place, standings }: Candidate): boolean =>
  place.kind === 'country' &&
  standings.some(isOwned) &&
  standings.every((one) => isOwned(one) || isWay(one));

/** The country that a report is datelined in: something was there, or it says where; null without a dateline. */
export function datelineCountry(candidates: readonly Candidate[]): Decision | null {
  const candidate = candidates.find(({ standings }) => standings.some(isDateline));
  return candidate?.place.countryIso3 ? { candidate, level: 'country' } : null;
}
