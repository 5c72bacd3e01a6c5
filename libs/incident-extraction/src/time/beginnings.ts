import type { Atom } from './atoms.js';

/** Words that begin a time without being one. */
const OPENERS: ReadonlySet<string> = new Set(
  "the a an my our that same half to from between before after since until till starting beginning in at during by within early earlier late later mid middle end start rest remainder close wee small every each once twice another almost over up more less nearly around roughly right these all whole entire final semi bi fiscal q h eod eom eoy fy sy school any anytime sometime some greater dozen hundred ' ’ ‘ fewer under as on prior no not older ever onward onwards for approximately circa year month week".split(
    ' ',
  ),
);

/** The farthest that a phrase's first certain word of time stands from its beginning, in atoms. */
const REACH = 8;

/** Which atoms may begin a time: openers where a certain word of time follows soon, and such words. */
export function beginnings(atoms: readonly Atom[]): Uint8Array {
  const begins = new Uint8Array(atoms.length);
  let certain = Infinity;
  for (let i = atoms.length - 1; i >= 0; i--) {
    const { word, low } = atoms[i]!;
    if (isCertain(atoms, i)) certain = i;
    if (certain - i <= REACH && (word !== undefined || OPENERS.has(low) || isDigit(low)))
      begins[i] = 1;
  }
  return begins;
}

/** Behind these a mere numeral in words is an hour, or a day. */
const HOURS_BEHIND = /^(?:from|between|the)$/;

const isDigit = (low: string): boolean => low.charCodeAt(0) >= 48 && low.charCodeAt(0) <= 57;

/** Hours in words are told by what stands before them: "from three thirty to four". */
function isCertain(atoms: readonly Atom[], i: number): boolean {
  const { word, low } = atoms[i]!;
  if (word?.anchor || isDigit(low)) return true;
  const before = atoms[i - 1]?.low;
  if (low === 'future' || low === 'past' || low === 'p') return true;
  if (low === 'm' && before === '.') return true;
  if (low === 'time') return before === 'this';
  return word?.cardinal !== undefined && HOURS_BEHIND.test(before ?? '');
}
