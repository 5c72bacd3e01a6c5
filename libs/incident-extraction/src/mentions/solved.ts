import { WordList } from '../language/word-list.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, EventClass, Piece } from './draft.js';
import type { Parties } from './participants.js';

/** What people are arrested for by name of the deed. */
const DEEDS: ReadonlySet<EventClass> = new Set(['force', 'abduction']);

/**
 * The article's only deed, with the sentences of the arrests that it tells of: "a man was arrested over the incident"
 * names who is held to have done it. Null where there are two deeds, or no arrest.
 *
 * @param news drafts that are no background
 */
export function solvedBy(news: readonly Draft[]): Parties['solved'] {
  const deeds = news.filter(({ eventClass }) => DEEDS.has(eventClass));
  const [draft] = deeds;
  if (!draft || deeds.length > 1) return null;
  const told = new Set(draft.pieces.map(({ reading }) => reading));
  const isArrest = ({ reading, frames }: Piece): boolean =>
    !told.has(reading) && frames.some(({ realis }) => realis === 'actual') && refers(reading);
  const arrests = news
    .filter(({ eventClass }) => eventClass === 'arrest')
    .flatMap(({ pieces }) => pieces.filter(isArrest));
  return arrests.length > 0 ? { draft, arrests } : null;
}

/** "over the incident", "in the fatal shooting", "arrested the gunman": the deed that the article tells of. */
function refers({ sentence: { tokens }, people }: SentenceReading): boolean {
  return tokens.some(
    ({ low }, i) =>
      /^(?:the|this|that)$/.test(low) &&
      (tokens.slice(i + 1, i + 1 + REACH).some((token) => DEED.test(token.low)) ||
        people.some(({ from, actor }) => from === i && actor?.id === 'attacker')),
  );
}

/** How far behind its article the noun stands, in tokens. */
const REACH = 3;
const DEED = new WordList(
  /^(?:incidents?|attacks?|shootings?|killings?|murders?|stabbings?|bombings?|assaults?|explosions?|blasts?|case|deaths?|crimes?|kidnappings?|abductions?|slayings?|homicides?|massacre)$/,
);
