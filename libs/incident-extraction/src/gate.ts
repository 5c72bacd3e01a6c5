import { PhraseScan } from './gate-scan.js';
import { type Trigger, triggers } from './lexicon/triggers.js';

/** What the gate reads of an article: the title and the beginning tell whether it reports an incident. */
const READ = 3_000;
/** Where news says what it is about; one strong trigger is enough there. */
const LEAD = 1_000;
/** Texts that may be opened by any one trigger: two sentences, and no longer than two sentences are. */
const SHORT = 800;
const SHORT_SENTENCES = 2;
/** Beyond the lead: a strong trigger and as much again beside it. */
const ENOUGH = 4;

const STRONG = 1;
/** Common in other meanings, and yet of harm: "crash", "attack", "dead". */
const HARM = 2;
/** Common in other meanings, and of no harm: "march", "agree", "visit". */
const FAINT = 3;

function markOf({ weak, sense }: Trigger): number {
  if (!weak) return STRONG;
  const harm = sense.effect ?? sense.hazard ?? (sense.plover === 'ASSAULT' ? 'assault' : null);
  return harm === null ? FAINT : HARM;
}

const scan = new PhraseScan(
  [...triggers.entries()].map(([phrase, trigger]) => [phrase, markOf(trigger)]),
);

/**
 * Whether an article may report an incident. Opens for
 * - a strong trigger in the first 1,000 characters;
 * - a strong one in the first 3,000 with another, or with two weak ones of harm, beside it;
 * - two weak ones of harm in the title ("Two dead, five hurt in bus crash");
 * - any trigger where the text has at most two sentences.
 *
 * However many weak ones stand in a long text, alone they don't open it. Lets too much through rather
 * than too little; the frames decide.
 *
 * @param text title, paragraphs and captions, parted by blank lines
 */
export function passesGate(text: string): boolean {
  const short = isShort(text);
  const title = text.indexOf('\n\n');
  let strong = 0;
  let harm = 0;
  return scan.scan(text, 0, Math.min(text.length, READ), (mark, start) => {
    if (short) return true;
    if (mark === STRONG) strong++;
    if (mark === HARM) harm++;
    if (strong > 0 && (start < LEAD || 2 * strong + harm >= ENOUGH)) return true;
    return harm >= 2 && start < title;
  });
}

/** Whether a text has at most two sentences; a point before a blank ends one. */
function isShort(text: string): boolean {
  if (text.length > SHORT) return false;
  const ends = text.trimEnd().match(/[.!?]["”’)]*\s/g)?.length ?? 0;
  return ends < SHORT_SENTENCES;
}
