import { type ActorClass, actorClass, personNouns } from '../lexicon/actors.js';
import { targetNouns } from '../lexicon/targets.js';
import type { Person } from '../people/person.js';
import type { Frame, TokenSpan } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { NameBook } from './name-book.js';
import { nameInPhrase } from './names.js';
import { joinedPhrases, wholePhrase } from './phrases.js';
import type { NounPhrase } from '../syntax/noun-phrases.js';
import { phraseAround, phraseFrom } from '../syntax/phrase-lookup.js';
import { isTimeWord } from '../syntax/noun-phrases.js';

/** Someone to whom a frame happens: the whole phrase, and the name in it. */
export interface Patient extends TokenSpan {
  readonly name: TokenSpan | null;
  readonly actor: ActorClass | null;
  readonly plural: boolean;
  readonly count: number | null;
  /** Counted in round words only ("dozens"). */
  readonly vague: boolean;
  readonly age: number | null;
}

/** Senses that happen to people only: what suffers them by name is a person. */
const TO_PEOPLE = new Set([
  'kill',
  'execute',
  'assassinate',
  'behead',
  'stab',
  'stab-dead',
  'beat',
  'torture',
  'shoot-dead',
  'homicide',
  'injure',
  'die',
  'sexual',
  'abduct',
  'arrest',
  'shoot',
]);

/** Whom a frame happens to: nouns for people, and names where its sense or a title says that they are people's. */
export function patientsOf(reading: SentenceReading, frame: Frame, names: NameBook): Patient[] {
  const { sentence, syntax } = reading;
  const { tokens } = sentence;
  const found = frame.patients
    .filter((person) => !saysWhich(reading, person))
    .map((person) => ofPerson(reading, person, names));
  const phrase = frame.patientPhrase ?? ownerOf(reading, frame);
  if (!phrase) return found;
  const side = phrase.from < frame.from ? 'left' : 'right';
  for (const joined of joinedPhrases(tokens, syntax.phrases, phrase, side)) {
    const span = joined.from === phrase.from ? { from: phrase.from, to: phrase.to } : joined;
    if (found.some((known) => known.from < span.to && span.from < known.to)) continue;
    if (reading.people.some((p) => p.from < span.to && span.from < p.to)) continue;
    const name = nameInPhrase(tokens, syntax.pos, span);
    if (!name) continue;
    const words = tokens
      .slice(name.from, name.to)
      .map(({ text }) => text)
      .join(' ');
    if (names.isOther(words)) continue;
    if (!TO_PEOPLE.has(frame.trigger.sense.id) && !names.knows(words)) continue;
    found.push({ ...span, name, actor: null, plural: false, count: null, vague: false, age: null });
  }
  return found
    .map((patient) => extended(reading, patient))
    .flatMap((patient) => withNamed(reading, patient))
    .sort((a, b) => a.from - b.from)
    .filter(({ from }, i, all) => from !== all[i - 1]?.from);
}

/** Someone who is harmed, with what is said of him right behind. */
export const patientOf = (reading: SentenceReading, person: Person, names: NameBook): Patient =>
  extended(reading, ofPerson(reading, person, names));

/** "Perez's death", where the phrase holds both. */
function ownerOf({ sentence, syntax }: SentenceReading, frame: Frame): TokenSpan | null {
  if (frame.trigger.form !== 'noun') return null;
  const { tokens } = sentence;
  if (tokens[frame.from - 1]?.low !== "'s") return null;
  const phrase = syntax.phrases.find((p) => p.from < frame.from && p.to >= frame.from);
  return phrase ? { from: phrase.from, to: frame.from - 1 } : null;
}

function ofPerson(reading: SentenceReading, person: Person, names: NameBook): Patient {
  const { tokens } = reading.sentence;
  const { from, to, plural, age } = person;
  // To whom something is done in a crowd riots seldom.
  const actor = tokens[to - 1]!.low === 'crowd' ? actorClass('civilian') : person.actor;
  const name = person.name ? nameSpan(tokens, person) : nameInPerson(reading, person, names);
  const end = Math.max(to, name?.to ?? to);
  return {
    from,
    to: end,
    name,
    actor,
    plural,
    count: person.count?.best ?? null,
    vague: person.count?.vague ?? false,
    age,
  };
}

/** "attacks on terrorist sites", "a police station": a noun for people that says which thing is nobody. */
function saysWhich(
  { sentence: { tokens }, syntax: { phrases, pos } }: SentenceReading,
  { to, name }: Person,
): boolean {
  if (name !== null) return false;
  // "police station" is a thing's name itself.
  const whole = targetNouns.at(tokens, to - 1);
  if (whole && whole.to > to) return true;
  const head = phraseAround(phrases, to - 1)?.head;
  return head === to && pos[head] === 'NOUN' && targetNouns.at(tokens, head) !== null;
}

/** The name that ends the phrase of a noun for people: "former minister general Ana Diaz", "senator Diaz". */
function nameInPerson(
  { sentence: { tokens }, syntax }: SentenceReading,
  person: Person,
  names: NameBook,
): TokenSpan | null {
  if (person.plural) return null;
  const phrase = phraseAround(syntax.phrases, person.to - 1);
  const whole = phrase && phrase.from <= person.from ? phrase : person;
  const name = nameInPhrase(tokens, syntax.pos, {
    from: whole.from,
    to: Math.max(whole.to, person.to),
  });
  if (!name || name.from <= person.from) return null;
  const words = tokens
    .slice(name.from, name.to)
    .map(({ text }) => text)
    .join(' ');
  return name.to - name.from >= 2 || names.knows(words) ? name : null;
}

function nameSpan(
  tokens: SentenceReading['sentence']['tokens'],
  { from, to, name }: Person,
): TokenSpan | null {
  const words = name!.toLowerCase().split(' ');
  // "Ana Diaz today": the day is no part of the name.
  while (words.length > 1 && isTimeWord(words.at(-1)!)) words.pop();
  for (let i = from; i < to; i++) {
    if (tokens[i]!.low === words[0]) return { from: i, to: Math.min(to, i + words.length) };
  }
  return null;
}

/**
 * The phrase with what is said of its people right behind: "Maria Diaz, mayor of Springfield", "the mayor of
 * Springfield, Maria Diaz", "residents of the valley".
 */
function extended(reading: SentenceReading, patient: Patient): Patient {
  const { tokens } = reading.sentence;
  const { phrases, pos } = reading.syntax;
  const whole = wholePhrase(tokens, phrases, patient);
  const next = tokens[whole.to]?.low === ',' ? phraseFrom(phrases, whole.to + 1) : null;
  const closed =
    next !== null &&
    /^(?:[,.;:)]|who|was|were|is|at|in|on|from)$/.test(tokens[next.to]?.low ?? '.');
  if (patient.name) {
    const said = next && isSaidOf(tokens, next) ? wholePhrase(tokens, phrases, next) : null;
    // "Ana Diaz, mayor" goes on with "of Springfield".
    const titled = patient.to > patient.name.to && whole.to - patient.to <= LONGEST_OF;
    return { ...patient, to: said?.to ?? (titled ? whole.to : patient.to) };
  }
  if (next && closed && !patient.plural) {
    const name = nameInPhrase(tokens, pos, next);
    if (name && name.from === next.from && name.to - name.from >= 2)
      return { ...patient, name, to: name.to };
  }
  return whole.to - patient.to <= LONGEST_OF ? { ...patient, to: whole.to } : patient;
}

/** "two reporters, Ana Diaz and Luis Gil": those who are named stand for the group. */
function withNamed(reading: SentenceReading, patient: Patient): Patient[] {
  const { tokens } = reading.sentence;
  const { phrases, pos } = reading.syntax;
  if (!patient.plural || !/^[,:(]$/.test(tokens[patient.to]?.low ?? '')) return [patient];
  const first = phraseFrom(phrases, patient.to + 1);
  if (!first) return [patient];
  const named = joinedPhrases(tokens, phrases, first, 'right').flatMap((phrase): Patient[] => {
    const name = nameInPhrase(tokens, pos, phrase);
    if (!name || name.to - name.from < 2 || name.from !== phrase.from) return [];
    return [
      {
        from: phrase.from,
        to: phrase.to,
        name,
        actor: patient.actor,
        plural: false,
        count: null,
        vague: false,
        age: null,
      },
    ];
  });
  if (named.length < 2) return [patient];
  return named.length === patient.count ? named : [patient, ...named];
}

/** Longest "of" phrase that is kept with an unnamed person, in tokens. */
const LONGEST_OF = 4;

/** "a union leader", "mayor of Springfield": one noun for a person and no name. */
function isSaidOf(
  tokens: SentenceReading['sentence']['tokens'],
  { from, to, head }: NounPhrase,
): boolean {
  if (/^(?:two|three|four|five|six|his|her|their)$/.test(tokens[from]!.low)) return false;
  for (let i = from; i < to; i++) {
    const noun = personNouns.at(tokens, i);
    if (noun && noun.to > head) return !noun.value.plural;
  }
  return false;
}
