import { PhraseScan } from './gate-scan.js';
import { type Trigger, triggers } from './lexicon/triggers.js';

/** What the gate reads of an article: the title and the beginning tell whether it reports an incident. */
const READ = 3_000;
/** Where news says what it is about: a trigger counts twice there. */
const LEAD = 1_000;
/** Texts that may be opened by any one trigger: two sentences, and no longer than two sentences are. */
const SHORT = 800;
const SHORT_SENTENCES = 2;
/** From so many characters on, news of an incident names it more than once. */
const LONG = 2_000;
/** What triggers must count together: a strong one in the lead, and in a long text as much again elsewhere. */
const ENOUGH = 4;
const ENOUGH_IF_LONG = 6;

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
  [...triggers.entries()].map(([phrase, readings]) => [phrase, Math.min(...readings.map(markOf))]),
);

/**
 * Whether an article may report an incident, by its title and first 3,000 characters. A strong trigger
 * counts 2, a weak one of harm 1, both double in the first 1,000. Opens for
 * - a count of 4, or 6 in a text of 2,000 characters and more, with a strong one among them;
 * - two weak ones of harm in the title ("Two dead, five hurt in bus crash");
 * - any trigger where the text has at most two sentences.
 *
 * However many weak ones stand in a long text, alone they don't open it. Lets too much through rather
 * than too little; the frames decide. The README has what passes on which set.
 *
 * @param text title, paragraphs and captions, parted by blank lines
 */
export function passesGate(text: string): boolean {
  const short = isShort(text);
  const title = text.indexOf('\n\n');
  const enough = text.length < LONG ? ENOUGH : ENOUGH_IF_LONG;
  let count = 0;
  let strong = false;
  let harmInTitle = 0;
  return scan.scan(text, 0, Math.min(text.length, READ), (mark, start) => {
    if (short) return true;
    if (mark === FAINT) return false;
    strong ||= mark === STRONG;
    count += (mark === STRONG ? 2 : 1) * (start < LEAD ? 2 : 1);
    if (mark === HARM && start < title) harmInTitle++;
    return (strong && count >= enough) || harmInTitle >= 2;
  });
}

/** Whether a text has at most two sentences; a point before a blank ends one. */
function isShort(text: string): boolean {
  if (text.length > SHORT) return false;
  const ends = text.trimEnd().match(/[.!?]["”’)]*\s/g)?.length ?? 0;
  return ends < SHORT_SENTENCES;
}
