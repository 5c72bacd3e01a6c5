import { triggers } from './lexicon/triggers.js';
import { tokenize } from './text/tokens.js';

/** What the gate reads of an article: the title and the beginning tell whether it reports an incident. */
const READ = 3_000;

/**
 * Whether an article may report an incident: a strong trigger in its first 3,000 characters, or two
 * weak ones. Lets too much through rather than too little; the frames decide.
 */
export function passesGate(text: string): boolean {
  const tokens = tokenize(text.slice(0, READ));
  let weak = 0;
  for (const match of triggers.findAll(tokens)) {
    if (match.value.some(({ weak }) => !weak) || ++weak >= 2) return true;
  }
  return false;
}
