import { type Atom, at, beginsWithDigit } from './atoms.js';
import { WordList, WordSet } from '../language/word-list.js';

/** Words that begin a time without being one. */
const OPENERS = new WordSet(
  "the a an my our that same half to from between before after since until till starting beginning in at during by within early earlier late later mid middle end start rest remainder close wee small every each once twice another almost over up more less nearly around roughly right these all whole entire final semi bi fiscal q h eod eom eoy fy sy school any anytime sometime some greater dozen hundred ' ’ ‘ fewer under as on prior no not older ever onward onwards for approximately circa year month week".split(
    ' ',
  ),
);

/** Words that stand between such an opener and the first certain word of time, and open nothing. */
const LINKS = new WordSet(
  "of and or than least most fiscal school academic financial trading business working calendar full consecutive straight additional latest local recent couple early later sooner newer sometime other time times , . - – — ~ / ( ' ’ ‘ & @ :".split(
    ' ',
  ),
);

/**
 * Which atoms may begin a time: such words, numbers, and openers from which a certain word of time is
 * reached over nothing but words of the grammar. One pass from right to left; most tokens of a text
 * can begin none.
 */
export function beginnings(atoms: readonly Atom[]): Uint8Array {
  const begins = new Uint8Array(atoms.length);
  let reached = false;
  for (let i = atoms.length - 1; i >= 0; i--) {
    const { word, low } = atoms[i]!;
    const opens = word !== undefined || OPENERS.has(low) || beginsWithDigit(low);
    reached = isCertain(atoms, i) || (reached && (opens || LINKS.has(low)));
    if (reached && opens) begins[i] = 1;
  }
  return begins;
}

/** "12", "7" make a time only by what stands beside them. */
const isCount = (atoms: readonly Atom[], i: number): boolean =>
  atoms[i]!.low.length <= 3 &&
  !JOINTS.test(at(atoms, i + 1).low) &&
  !JOINTS.test(at(atoms, i - 1).low);
const JOINTS =
  /^(?:[/:~.'’‘–-]|s|'s|[a-z]|on|the|at|from|to|until|till|by|between|and|since|for|around|about|week|wk|fy|sy)$/;

/** Behind these a mere numeral in words is an hour, or a day. */
const HOURS_BEHIND = new WordList(/^(?:from|between|the)$/);

const MEALS = new WordSet(['breakfast', 'brunch', 'lunch', 'dinner']);

/** Hours in words are told by what stands before them: "from three thirty to four". */
function isCertain(atoms: readonly Atom[], i: number): boolean {
  const { word, low } = atoms[i]!;
  if (word?.anchor) return true;
  if (beginsWithDigit(low)) return !isCount(atoms, i);
  const before = at(atoms, i - 1).low;
  if (low === 'future' || low === 'past' || low === 'p') return true;
  if (low === 'm' && before === '.') return true;
  if (low === 'time') return before === 'this';
  if (before === 'at' && MEALS.has(low)) return true;
  return word?.cardinal !== undefined && HOURS_BEHIND.test(before);
}
