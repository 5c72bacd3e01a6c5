import { ADVERBS, BE } from '../../language/function-words.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import type { Frame } from '../frames.js';
import { objectBehind, ownedBy, relativeSubject, subjectNear } from './whom.js';

const SUBORDINATE = /^(?:after|when|while|as|before|where|because|that)$/;

/** Whom a frame's harm came to: its patients, unless the words next to the verb say otherwise. */
export function patientsOf(
  tokens: readonly Token[],
  people: readonly Person[],
  frame: Frame,
): readonly Person[] {
  const { from, patients, trigger } = frame;
  const own = patients.map((person) => ownedBy(tokens, people, person));
  if (trigger.form === 'noun') return isCharge(tokens, frame) ? [] : own;
  if (patients.some((person) => person.from >= from)) return own;
  return (
    activeObject(tokens, people, frame) ??
    relative(tokens, people, frame) ??
    nearer(tokens, people, frame) ??
    own
  );
}

/** "a murder charge against him". */
const isCharge = (tokens: readonly Token[], { to }: Frame): boolean =>
  /^(?:charges?|counts?|suspects?|warrants?|trial|defendant)$/.test(tokens[to]?.low ?? '');

/** "that injured a girl", "boy shot sister", "man shoots daughter". */
function activeObject(
  tokens: readonly Token[],
  people: readonly Person[],
  { from, to, trigger, patients }: Frame,
): readonly Person[] | null {
  if (trigger.sense.group === 'harm' && trigger.sense.effect === 'killed') return null;
  const before = tokens[from - 1]?.low ?? '';
  const clear = /^(?:that|which)$/.test(before) || trigger.form === 'third';
  const bare = patients.some((person) => person.to === from) && trigger.form === 'past';
  const object = clear || bare ? objectBehind(tokens, people, to) : [];
  return object.some((person) => person.from === to) || (clear && object.length > 0)
    ? object
    : null;
}

/** "the mother of a girl who was shot". */
function relative(
  tokens: readonly Token[],
  people: readonly Person[],
  { from, patients }: Frame,
): readonly Person[] | null {
  const who = auxiliaries(tokens, from);
  if (tokens[who]?.low !== 'who') return null;
  const found = relativeSubject(people, who);
  return found && !patients.includes(found) ? [found] : null;
}

/** "Two men charged after girl, 7, fatally shot": not those of another clause. */
function nearer(
  tokens: readonly Token[],
  people: readonly Person[],
  { from, patients }: Frame,
): readonly Person[] | null {
  const near = subjectNear(tokens, people, auxiliaries(tokens, from) + 1);
  const last = near.at(-1);
  if (!last || near.some((person) => patients.includes(person))) return null;
  const end = Math.max(...patients.map((person) => person.to));
  const parted = tokens.slice(end, near[0]!.from).some(({ low }) => SUBORDINATE.test(low));
  return parted ? near : null;
}

/** The last token before a verb's auxiliaries and adverbs. */
function auxiliaries(tokens: readonly Token[], verb: number): number {
  let at = verb - 1;
  while (at >= 0 && isAuxiliary(tokens[at]!.low)) at--;
  return at;
}

const isAuxiliary = (low: string): boolean =>
  BE.has(low) || ADVERBS.has(low) || low.endsWith('ly') || /^ha(?:s|d|ve)$/.test(low);
