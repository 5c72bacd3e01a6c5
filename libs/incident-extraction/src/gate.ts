import { happenings, verbalEvents } from './lexicon/triggers.js';
import { tokenize } from './text/tokens.js';

/** What the gate reads of an article: the title and the beginning tell whether it reports an incident. */
const READ = 3_000;

/** A text so short, in characters, is a flash or an abstract: what it names is what it tells. */
const BRIEF = 1_200;

/**
 * Whether an article may report an incident: a strong trigger in its first 3,000 characters, or two
 * weak ones; in a brief text one that is more than harm, or an act of speech or diplomacy. Lets too
 * much through rather than too little; the frames decide.
 */
export function passesGate(text: string): boolean {
  const tokens = tokenize(text.slice(0, READ));
  const brief = text.length <= BRIEF;
  let weak = 0;
  for (const match of happenings.findAll(tokens)) {
    if (match.value.some(({ weak }) => !weak) || ++weak >= 2) return true;
    if (brief && match.value.some(({ sense }) => sense.group !== 'harm')) return true;
  }
  return brief && verbalEvents.findAll(tokens).length > 0;
}
