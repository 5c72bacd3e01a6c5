import type { Casualties, CasualtyKind, Victim } from '@tocsin/contracts';
import { accusedIn } from '../parties/accused.js';
import type { NameBook } from '../parties/name-book.js';
import { type Patient, patientOf, patientsOf } from '../parties/patients.js';
import { isSpeaker, meets, TOLD } from '../parties/perpetrators.js';
import { trimmed } from '../parties/trim.js';
import { isPronoun, singular } from '../parties/wording.js';
import type { Person } from '../people/person.js';
import type { Toll } from '../reading/casualties.js';
import { BODILY } from '../reading/harm/counted.js';
import { isOfAnother } from '../reading/harm/others.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';
import { type Individual, individualsIn, phraseKey, tollsOf } from './ledger/roster.js';
import { WordList } from '../language/word-list.js';

const MAX_LISTED = 20;

/** A victim, and whether the text counts it in round words ("dozens"). */
interface Listed {
  readonly victim: Victim;
  readonly vague: boolean;
}

/** Those to whom it happened, as the text words them; each once, with the gravest effect. */
export function readVictims(
  draft: Draft,
  names: NameBook,
  casualties: Casualties,
  claims: ClaimBook,
): Victim[] {
  const list = new VictimList(names, individualsOf(draft), claims);
  for (const piece of draft.pieces) {
    let accused: Person[] | null = null;
    for (const frame of piece.frames) {
      const { effect, group, plover } = frame.trigger.sense;
      // "filed homicide charges against Bob Roe".
      const isAccused = (patient: Patient): boolean =>
        group !== 'arrest' &&
        (accused ??= accusedIn(piece.reading)).some((person) => meets(person, patient));
      if (!TOLD.has(frame.realis) || (!effect && plover !== 'ASSAULT')) continue;
      for (const patient of patientsOf(piece.reading, frame, names))
        if (
          !isOfAnother(frame, patient, piece.reading.frames) &&
          !isSpeaker(piece, patient) &&
          !isAccused(patient) &&
          patient.count !== 0
        )
          list.add(piece, effect, patient);
    }
    for (const { toll, person } of harmedWithoutFrame(piece))
      list.add(piece, toll.effect, patientOf(piece.reading, person, names));
  }
  return toldOnce([...list.victims.values()], casualties).map(({ victim }) => victim);
}

/** Whom each phrase of a draft means, as the figures count people: the harmed, then those in custody and so on. */
function individualsOf(draft: Draft): ReadonlyMap<string, Individual> {
  const entries = tollsOf(draft);
  const bodily = entries.filter(({ toll }) => BODILY.has(toll.effect));
  const others = (['arrested', 'abducted', 'missing'] as const).flatMap((kind) => [
    ...individualsIn(entries.filter(({ toll }) => toll.effect === kind)),
  ]);
  return new Map([...others, ...individualsIn(bodily)]);
}

/** "was grazed by a bullet", "with gunshot wounds": harm that no trigger tells. */
function harmedWithoutFrame(piece: Piece): { toll: Toll; person: Person }[] {
  const { frames, tolls } = piece;
  const isTold = (person: Person): boolean =>
    frames.some(({ patients }) => patients.some((patient) => meets(patient, person)));
  return tolls
    .filter(({ effect, weak, aside }) => BODILY.has(effect) && !weak && !aside)
    .flatMap((toll) => toll.people.map((person) => ({ toll, person })))
    .filter(
      ({ person }) => !isTold(person) && !isSpeaker(piece, person) && person.count?.best !== 0,
    );
}

/** The victims of one draft, by what tells them apart. */
class VictimList {
  readonly victims = new Map<string, Listed>();
  private readonly keys = new Map<Individual, string>();

  constructor(
    private readonly names: NameBook,
    private readonly individuals: ReadonlyMap<string, Individual>,
    private readonly claims: ClaimBook,
  ) {}

  add(piece: Piece, told: string | undefined, patient: Patient): void {
    const { claims, victims } = this;
    const span = trimmed(piece.reading, patient);
    const words = claims.words(piece, span.from, span.to);
    if (isPronoun(words)) return;
    const written = patient.name
      ? claims.words(piece, patient.name.from, patient.name.to)
      : undefined;
    const name = written && this.names.fullest(written);
    const key = this.keyOf(piece, patient, name);
    if (key === null) return;
    const listed = victims.get(key);
    const known = listed?.victim;
    const effect = gravest(known?.effect, told);
    if (!known && victims.size >= MAX_LISTED) return;
    const claim = claims.add('victims', words, piece, span.from, span.to, 0.6);
    const fresh: Victim = {
      words,
      ...(name ? { name } : {}),
      ...(patient.age !== null ? { age: patient.age } : {}),
      ...(patient.actor ? { type: patient.actor.id } : {}),
      ...(patient.count !== null || !patient.plural ? { number: patient.count ?? 1 } : {}),
      ...(effect ? { effect } : {}),
      claims: [claim],
    };
    victims.set(key, {
      victim: known ? joined(known, fresh) : fresh,
      vague: patient.vague && (listed?.vague ?? true),
    });
  }

  /**
   * People of one name are one, so are those whom the figures count as one, and those told by one phrase. Null for
   * "the victims", "the priest": who was told of before, by name or by the same noun.
   */
  private keyOf(piece: Piece, patient: Patient, name: string | undefined): string | null {
    const individual = patient.plural ? undefined : this.individuals.get(phraseKey(piece, patient));
    const counted = individual && this.keys.get(individual);
    const known =
      counted !== undefined && isLike(this.victims.get(counted)?.victim.type, patient.actor?.id)
        ? counted
        : undefined;
    const key = known ?? (name ? this.keyOfName(name) : this.keyOfWords(piece, patient));
    if (individual && key !== null) this.keys.set(individual, key);
    return key;
  }

  private keyOfName(name: string): string {
    const parts = name.toLowerCase().split(' ');
    const same = [...this.victims].find(([, { victim }]) => {
      const known = victim.name?.toLowerCase().split(' ');
      return (
        known && (parts.every((p) => known.includes(p)) || known.every((p) => parts.includes(p)))
      );
    });
    return same?.[0] ?? parts.join(' ');
  }

  private keyOfWords(piece: Piece, { from, to, actor, plural, count }: Patient): string | null {
    const { tokens } = piece.reading.sentence;
    const words = tokens.slice(from, to).map(({ low }) => low);
    const definite = /^(?:the|that|this|these|those|both)$/.test(words[0] ?? '') && count === null;
    if (definite) {
      const noun = singular(words.at(-1) ?? '');
      for (const { victim } of this.victims.values()) {
        const told = victim.words
          .toLowerCase()
          .split(/[\s,]+/)
          .map(singular);
        if (told.includes(noun) || actor?.id === 'unspecified') return null;
        if (!plural && victim.name !== undefined && victim.type === actor?.id) return null;
      }
    }
    return words.filter((low) => !DISREGARDED.test(low)).join('_');
  }
}

/** Whether what two phrases call people can be of one: "the assailant" and "the ambassador" are two. */
function isLike(a: string | undefined, b: string | undefined): boolean {
  if (a === undefined || b === undefined || a === b) return true;
  // Whoever did it is told as "a man", and as "the victim" by no one.
  const either = (type: string): boolean => a === type || b === type;
  return either('attacker') ? either('civilian') : isVague(a) || isVague(b);
}

/** "at least 84 people" are "84 people". */
const DISREGARDED = new WordList(
  /^(?:the|a|an|this|that|these|those|at|least|most|more|than|about|around|almost|nearly|some|over|up|to)$/,
);

/** What two tellings of one victim say together: the longer words, the later details. */
function joined(known: Victim, fresh: Victim): Victim {
  const effect = gravest(known.effect, fresh.effect);
  const type = tellingMore(known.type, fresh.type);
  return {
    ...known,
    ...fresh,
    words: known.words.length >= fresh.words.length ? known.words : fresh.words,
    ...(type ? { type } : {}),
    ...(effect ? { effect } : {}),
    claims: [...known.claims, ...fresh.claims],
  };
}

/** "the victims", "people": classes that say little of who they are, the emptiest first. */
const VAGUE = ['unspecified', 'civilian'];
const isVague = (type: string): boolean => VAGUE.includes(type);

function tellingMore(known: string | undefined, fresh: string | undefined): string | undefined {
  const rank = (type: string): number => VAGUE.indexOf(type) + 1 || VAGUE.length + 1;
  return known && (!fresh || rank(known) > rank(fresh)) ? known : fresh;
}

const COUNTED: readonly CasualtyKind[] = ['killed', 'injured', 'arrested', 'abducted', 'missing'];

/**
 * "Seven" of the title and "seven people" of the lead are one group, "scores" are among "60 people": where more
 * are listed than the figure has, those of one number are one, and those in round words are among the counted.
 */
function toldOnce(listed: readonly Listed[], casualties: Casualties): Listed[] {
  let list = [...listed];
  for (const kind of COUNTED) {
    const most = casualties[kind]?.best ?? null;
    if (most === null) continue;
    // Where no one died, those shot are the injured.
    const survived = kind === 'injured' && !casualties.killed;
    const own = (): Listed[] =>
      list.filter(({ victim: { effect } }) => effect === kind || (survived && effect === 'hurt'));
    // Of four killed two and two: parts are summed without the whole; round words may be of either.
    const total = (group: Listed): number =>
      own()
        .filter((each) => group.vague || sizeOf(group) === most || sizeOf(each) !== most)
        .reduce((sum, each) => sum + sizeOf(each), 0);
    for (const group of own()
      .filter(isGroup)
      .sort((a, b) => sizeOf(b) - sizeOf(a))) {
      if (total(group) <= most) continue;
      const whole = own().find((other) => other !== group && isGroup(other) && holds(other, group));
      if (!whole) continue;
      const told = joined(group.victim, whole.victim);
      const one: Listed = group.vague
        ? { ...whole, victim: { ...told, words: whole.victim.words } }
        : { ...whole, victim: told };
      list = list.flatMap((each) => (each === whole ? [one] : each === group ? [] : [each]));
    }
  }
  return list;
}

const sizeOf = ({ victim }: Listed): number => victim.number ?? 0;
const isGroup = (one: Listed): boolean => sizeOf(one) > 1 && one.victim.name === undefined;
const holds = (whole: Listed, group: Listed): boolean =>
  group.vague && !whole.vague
    ? sizeOf(whole) >= sizeOf(group)
    : group.vague === whole.vague && sizeOf(whole) === sizeOf(group);

const GRAVITY = ['arrested', 'hurt', 'missing', 'abducted', 'injured', 'killed'];

function gravest(a: string | undefined, b: string | undefined): string | undefined {
  return GRAVITY.indexOf(a ?? '') >= GRAVITY.indexOf(b ?? '') ? a : b;
}
