import { ADVERBS, BE, DETERMINERS } from '../../language/function-words.js';
import { isCoordinated } from '../../people/parts.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import type { Frame } from '../frames.js';
import {
  objectBehind,
  ownedBy,
  PREPOSITIONS,
  pronounAt,
  relativeSubject,
  subjectBefore,
  subjectNear,
} from './whom.js';
import { WordList } from '../../language/word-list.js';

const SUBORDINATE = new WordList(/^(?:after|when|while|as|before|where|because|that)$/);

/** Whom a frame's harm came to: its patients, unless the words next to the verb say otherwise. */
export function patientsOf(
  tokens: readonly Token[],
  people: readonly Person[],
  frame: Frame,
): readonly Person[] {
  const { from, patients, trigger } = frame;
  const among = amongWhom(tokens, people, from);
  if (among) return [among];
  const counted = countedPart(people, from);
  if (counted) return [counted];
  const own = patients.map((person) => ownedBy(tokens, people, person));
  // "charged in the wounding of a boy".
  const of = trigger.form === 'gerund' && tokens[frame.to]?.low === 'of';
  const whom = of ? objectBehind(tokens, people, frame.to + 1) : [];
  if (whom.length > 0) return whom;
  if (trigger.form === 'noun') return isCharge(tokens, frame) ? [] : own;
  if (patients.some((person) => person.from >= from)) return own;
  const harmed =
    absolute(tokens, people, frame) ??
    activeObject(tokens, people, frame) ??
    relative(tokens, people, frame) ??
    nearer(tokens, people, frame) ??
    own;
  const all = several(tokens, people, harmed, from) ?? kinOf(tokens, people, harmed) ?? harmed;
  return [...withPronoun(tokens, all, from), ...beside(tokens, people, frame.to)];
}

/** "Five were involved, including one dead": of the one only. */
function countedPart(people: readonly Person[], verb: number): Person | null {
  const part = people.find((person) => person.part && person.to === verb);
  return part?.count && part.to - part.from === 1 ? { ...part, part: false } : null;
}

/** "Four men who honored a slain friend were shot": "were" is not said of the one beside it, but of those counted. */
function several(
  tokens: readonly Token[],
  people: readonly Person[],
  harmed: readonly Person[],
  verb: number,
): readonly Person[] | null {
  const [one] = harmed;
  if (!one || harmed.length > 1 || one.plural || one.count || tokens[verb - 1]?.low !== 'were')
    return null;
  const many = people.findLast(({ to, plural, count }) => to <= one.from && plural && count);
  if (!many || many.part || PREPOSITIONS.has(tokens[many.from - 1]?.low ?? '')) return null;
  if (tokens.slice(many.to, one.from).some(({ low }) => low === ';')) return null;
  return [many];
}

/** "the 3-year-old son of an officer killed": whoever is described more closely. */
function kinOf(
  tokens: readonly Token[],
  people: readonly Person[],
  harmed: readonly Person[],
): readonly Person[] | null {
  const [owner] = harmed;
  if (!owner || harmed.length > 1 || owner.age !== null || owner.plural) return null;
  if (tokens[owner.from - 1]?.low !== 'of') return null;
  const kin = people.find(({ to, age }) => to === owner.from - 1 && age !== null);
  return kin && KIN.test(tokens[kin.to - 1]!.low) ? [kin] : null;
}

const KIN = new WordList(
  /^(?:son|daughter|wife|husband|brother|sister|nephew|niece|grandson|granddaughter|stepson|stepdaughter|girlfriend|boyfriend|child|boy|girl)$/,
);

/** "he and his brother were shot". */
function withPronoun(
  tokens: readonly Token[],
  harmed: readonly Person[],
  verb: number,
): readonly Person[] {
  const [first] = harmed;
  const at = (first?.from ?? 0) - 2;
  if (!first || first.from >= verb || at < 0 || tokens[at + 1]!.low !== 'and') return harmed;
  return /^(?:he|she)$/.test(tokens[at]!.low) ? [pronounAt(tokens, at), ...harmed] : harmed;
}

/** "Four were shot, with Ann Roe dying of her wounds": a clause of its own, with its own subject. */
function absolute(
  tokens: readonly Token[],
  people: readonly Person[],
  { from, trigger }: Frame,
): readonly Person[] | null {
  if (trigger.form !== 'gerund' && trigger.form !== 'participle') return null;
  const near = subjectNear(tokens, people, from);
  return near.length > 0 && tokens[near[0]!.from - 1]?.low === 'with' ? near : null;
}

/** "was wounded along with two others", "died, together with his sons". */
function beside(tokens: readonly Token[], people: readonly Person[], to: number): Person[] {
  const far = alongBehind(tokens, to);
  const along = far ?? (tokens[to]?.low === ',' ? to + 1 : to);
  const words = `${tokens[along]?.low ?? ''} ${tokens[along + 1]?.low ?? ''}`;
  const with_ = /^(?:along|together) with$/.test(words) ? along + 2 : -1;
  const at = words === 'as well' && tokens[along + 2]?.low === 'as' ? along + 3 : with_;
  const first = at < 0 ? -1 : people.findIndex((person) => person.from === at);
  if (first < 0) return [];
  const company = [people[first]!];
  for (const next of people.slice(first + 1)) {
    if (!isCoordinated(tokens, company.at(-1)!.to, next.from)) break;
    company.push(next);
  }
  return company;
}

/** How far behind its verb company is told, in tokens. */
const ALONG_REACH = 18;

/** "was killed near his home on Friday, along with two others": behind where and when; null where nobody is. */
function alongBehind(tokens: readonly Token[], to: number): number | null {
  let remark = false;
  for (let at = to; at < Math.min(tokens.length - 1, to + ALONG_REACH); at++) {
    const { low } = tokens[at]!;
    // "was killed at 0815 (1415 GMT) along with two others".
    if (low === '(') remark = true;
    if (low === ')') remark = false;
    if (remark || low === ')') continue;
    if (OTHER_CLAUSE.test(low)) return null;
    if (/^(?:along|together)$/.test(low) && tokens[at + 1]!.low === 'with') return at;
  }
  return null;
}

const OTHER_CLAUSE = new WordList(
  /^(?:and|but|who|which|that|when|while|as|after|before|where|because|said|he|she|they|[.;:“”"])$/,
);

/** "Two were killed and another critically injured": a participle without its auxiliary. */
export function elided(
  tokens: readonly Token[],
  people: readonly Person[],
  { from, to, agents, agentPhrase, trigger }: Frame,
): readonly Person[] {
  const among = amongWhom(tokens, people, from);
  if (among) return [among];
  // "killing three men and wounding another", "killing her and a friend".
  if ((agents.length > 0 || agentPhrase) && trigger.form === 'gerund')
    return objectBehind(tokens, people, to);
  // "Boy who was on life support dies"
  if (trigger.sense.id === 'die' && trigger.form === 'third' && agents.length === 0) {
    const near = subjectNear(tokens, people, from);
    const told = people.filter(({ actor, age }) => actor !== null || age !== null);
    return near.some((one) => told.includes(one)) ? near : subjectBefore(tokens, told, from);
  }
  const past = trigger.form === 'past' || trigger.form === 'participle';
  if (agents.length > 0 || !(past || tokens[from]!.low === 'hurt')) return [];
  // "three wounded officers".
  const whose = people.filter((person) => person.from < from && person.to > to);
  if (whose.length > 0) return whose;
  // "A girl, 16, shot another": she did it.
  const touched = people.filter((person) => person.from === to);
  if (touched.length > 0 && trigger.sense.effect !== 'killed') return touched;
  const near = subjectNear(tokens, people, auxiliaries(tokens, from) + 1);
  if (near.length > 0) return near;
  const apart = behindOrigin(tokens, people, auxiliaries(tokens, from) + 1);
  if (apart) return [apart];
  const inverted = subjectBehind(tokens, people, from, to);
  if (inverted.length > 0) return inverted;
  // "was in hospital after being wounded along with two others".
  const others = beside(tokens, people, to);
  return others.length > 0 ? [...subjectOrOne(tokens, people, from), ...others] : [];
}

/** "The Mexican was killed along with his son": someone, though the words do not say that he is a person. */
function subjectOrOne(tokens: readonly Token[], people: readonly Person[], verb: number): Person[] {
  const subject = subjectBefore(tokens, people, verb);
  const was = /^(?:was|is)$/.test(tokens[verb - 1]?.low ?? '');
  return subject.length > 0 || !was || verb < 2 ? subject : [pronounAt(tokens, verb - 2)];
}

/** How long an age and a home between commas are at most, in tokens. */
const ORIGIN = 10;

/** "After the blast, Ann Roe, 28, of Springfield, was killed": behind her age and her home. */
function behindOrigin(
  tokens: readonly Token[],
  people: readonly Person[],
  verb: number,
): Person | null {
  if (tokens[verb - 1]?.low !== ',') return null;
  const last = people.findLast(({ to }) => to < verb);
  if (!last || last.plural || verb - last.to > ORIGIN) return null;
  const between = tokens.slice(last.to, verb);
  const home = between.some(({ low }) => low === 'of');
  const rest = between.every(
    ({ kind, capital, low }) => capital || kind === 'number' || /^(?:of|[,.])$/.test(low),
  );
  return home && rest ? last : null;
}

/** "was among 12 people injured": all who were. */
function amongWhom(
  tokens: readonly Token[],
  people: readonly Person[],
  verb: number,
): Person | null {
  const whole = people.find(({ to }) => to === verb);
  if (!whole?.count || tokens[whole.from - 1]?.low !== 'among') return null;
  // "Child among 3 shot"
  const headline = people.some(({ to }) => to === whole.from - 1);
  return headline || BE.has(tokens[whole.from - 2]?.low ?? '') ? whole : null;
}

/** How far behind its participle the verb of an inverted sentence stands, in tokens. */
const INVERTED = 8;

/** "Also killed was Ann Roe", "Wounded in the attack were two officers": the subject comes last. */
function subjectBehind(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
): Person[] {
  const opens = tokens
    .slice(0, from)
    .every(({ low }) => /^(?:also|and|among|those|the)$/.test(low));
  if (!opens) return [];
  const be = tokens.findIndex(
    ({ low }, i) => i >= to && i < to + INVERTED && /^w(?:as|ere)$/.test(low),
  );
  const first = be < 0 ? -1 : people.findIndex((person) => person.from === be + 1);
  if (first < 0 || people.some((person) => person.from >= to && person.to <= be)) return [];
  const found = [people[first]!];
  for (const person of people.slice(first + 1)) {
    if (!person.part && !isListed(tokens, found.at(-1)!, person)) break;
    found.push(person);
  }
  return found;
}

/** Joined by "and", an age between. */
function isListed(tokens: readonly Token[], last: Person, next: Person): boolean {
  const aged = last.age !== null && tokens[last.to]?.low === ',' ? 2 : 0;
  return isCoordinated(tokens, last.to + aged, next.from);
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
  const found = relativeSubject(tokens, people, who);
  if (!found) return null;
  // "Five were shot, including two men who were killed": of the two only.
  if (found.part && patients.length > 1) return [{ ...found, part: false }];
  return patients.includes(found) ? null : [found];
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
  return parted || isReduced(tokens, last, from) || isNext(tokens, near[0]!, end) ? near : null;
}

/** "Officer shot, suspect killed": a headline's second clause, behind the first one's participle. */
function isNext(tokens: readonly Token[], { from, actor }: Person, end: number): boolean {
  if (actor === null || tokens[from - 1]?.low !== ',') return false;
  if (DETERMINERS.has(tokens[from]!.low)) return false;
  return tokens.slice(end, from).some(({ low }) => PARTICIPLES.test(low));
}

const PARTICIPLES = new WordList(/^(?:shot|killed|wounded|injured|hurt|stabbed|dead|slain)$/);

/** "the family of a boy shot by …", "farewell to toddler killed": not those of whom he is a part. */
function isReduced(tokens: readonly Token[], last: Person, verb: number): boolean {
  const bare = last.plural || (last.actor === null && last.age === null);
  const between = tokens.slice(last.to, verb).some(({ low }) => BE.has(low) || HAVE.test(low));
  return !bare && !between && /^(?:of|to|for)$/.test(tokens[last.from - 1]?.low ?? '');
}

const HAVE = new WordList(/^ha(?:s|d|ve)$/);

/** The last token before a verb's auxiliaries and adverbs. */
function auxiliaries(tokens: readonly Token[], verb: number): number {
  let at = verb - 1;
  while (at >= 0 && isAuxiliary(tokens[at]!.low) && !isBoth(tokens, at)) at--;
  return at;
}

/** "Both were killed": a subject where it opens the clause. */
const isBoth = (tokens: readonly Token[], at: number): boolean =>
  tokens[at]!.low === 'both' && (at === 0 || tokens[at - 1]!.kind === 'mark');

export const isAuxiliary = (low: string): boolean =>
  BE.has(low) || ADVERBS.has(low) || low.endsWith('ly') || HAVE.test(low);
