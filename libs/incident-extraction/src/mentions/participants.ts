import type { Actor, Instrument, Victim } from '@tocsin/contracts';
import type { ActorClass } from '../lexicon/actors.js';
import type { NameBook } from '../parties/name-book.js';
import type { OrganisationBook } from '../parties/organisation-book.js';
import { type Patient, patientOf, patientsOf } from '../parties/patients.js';
import {
  heldIn,
  isAttribute,
  isSpeaker,
  meets,
  type Perpetrator,
  perpetratorsOf,
  TOLD,
} from '../parties/perpetrators.js';
import { accusedIn } from '../parties/accused.js';
import { trimmed } from '../parties/trim.js';
import type { Person } from '../people/person.js';
import type { Toll } from '../reading/casualties.js';
import { BODILY } from '../reading/harm/counted.js';
import { isOfAnother } from '../reading/harm/others.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

const MAX_LISTED = 20;

/** Who an article speaks of: names in full, organisations with their acronyms. */
export interface Parties {
  readonly names: NameBook;
  readonly organisations: OrganisationBook;
  /** The one deed of the article that arrests can be for, and the sentences that tell of them. */
  readonly solved: { readonly draft: Draft; readonly arrests: readonly Piece[] } | null;
}

/** Those who act, as the text words them; each once, the surest first. */
export function readActors(draft: Draft, parties: Parties, claims: ClaimBook): Actor[] {
  const actors = new Map<string, { actor: Actor; confidence: number }>();
  const violent = draft.eventClass !== 'battle' && hasAttackers(draft);
  const arrests = parties.solved?.draft === draft ? parties.solved.arrests : [];
  for (const piece of [...draft.pieces, ...arrests]) {
    const held = arrests.includes(piece);
    const told = held ? heldIn(piece) : perpetratorsOf(piece, parties.organisations);
    for (const found of told) {
      const { organisation, actor, confidence, name } = found;
      const { from, to } = trimmed(piece.reading, found);
      const words = claims.words(piece, from, to);
      const key = actorKey(found, words);
      const known = actors.get(key);
      if (known ? known.confidence >= confidence : actors.size >= MAX_LISTED) continue;
      actors.set(key, {
        confidence,
        actor: {
          role: roleOf(found, piece, violent),
          words,
          ...(organisation ? { name: words } : name ? { name } : {}),
          ...(actor ? codesOf(actor) : {}),
          responsibility: found.responsibility,
          claims: [claims.add('actors', words, piece, from, to, confidence)],
        },
      });
    }
    for (const frame of held || MISHAPS.has(draft.eventClass) ? [] : piece.frames) {
      if (frame.trigger.sense.plover === 'ASSAULT') continue;
      for (const person of frame.agents) {
        if (isAttribute(piece, person) || isSpeaker(piece, person)) continue;
        const { actor, name } = person;
        const { from, to } = trimmed(piece.reading, person);
        const words = claims.words(piece, from, to);
        const key = actorKey({ organisation: null, name, actor }, words);
        if (actors.has(key) || actors.size >= MAX_LISTED || isPronoun(words)) continue;
        actors.set(key, {
          confidence: 0.6,
          actor: {
            role: 'actor',
            words,
            ...(name ? { name } : {}),
            ...(actor ? codesOf(actor) : {}),
            responsibility: 'fact',
            claims: [claims.add('actors', words, piece, from, to, 0.6)],
          },
        });
      }
    }
  }
  return [...actors.values()].sort((a, b) => b.confidence - a.confidence).map(({ actor }) => actor);
}

/** "a suspect" and "the suspect" are one, "gunmen" and "the gunmen" too; others are told apart by their words. */
function actorKey(
  { organisation, name, actor }: Pick<Perpetrator, 'organisation' | 'name' | 'actor'>,
  words: string,
): string {
  if (organisation ?? name) return (organisation ?? name)!.toLowerCase();
  const low = words.toLowerCase();
  return actor?.id === 'attacker' ? singular(low.split(' ').at(-1)!) : low;
}

/** Whoever falls, crashes or drowns does it to no one. */
const MISHAPS: ReadonlySet<string> = new Set(['accident', 'disaster']);

/** Whether a draft tells of someone else than the police who did it. */
const hasAttackers = ({ pieces }: Draft): boolean =>
  pieces.some(({ frames }) =>
    frames.some(({ agents }) =>
      agents.some(({ actor }) => actor !== null && ATTACKING.has(actor.id)),
    ),
  );

const ATTACKING: ReadonlySet<string> = new Set([
  'attacker',
  'criminal',
  'rebel',
  'militia',
  'rioter',
]);

/** Police who shoot a gunman, or amid an attack of others, step in. */
function roleOf(found: Perpetrator, { frames }: Piece, violent: boolean): Actor['role'] {
  if (found.actor?.id !== 'police') return 'perpetrator';
  const own = frames.filter(({ agents }) => agents.some((agent) => meets(agent, found)));
  const onAttackers = own.some(({ patients }) =>
    patients.some(({ actor }) => actor !== null && ATTACKING.has(actor.id)),
  );
  return onAttackers || violent ? 'intervenor' : 'perpetrator';
}

const codesOf = (actor: ActorClass): Pick<Actor, 'organisationClass' | 'sector' | 'inter'> => ({
  organisationClass: actor.id,
  sector: actor.sector,
  inter: actor.inter,
});

/** Those to whom it happened, as the text words them; each once, with the gravest effect. */
export function readVictims(draft: Draft, { names }: Parties, claims: ClaimBook): Victim[] {
  const victims = new Map<string, Victim>();
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
          addVictim(victims, piece, effect, patient, names, claims);
    }
    for (const { toll, person } of harmedWithoutFrame(piece))
      addVictim(
        victims,
        piece,
        toll.effect,
        patientOf(piece.reading, person, names),
        names,
        claims,
      );
  }
  return [...victims.values()];
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

function addVictim(
  victims: Map<string, Victim>,
  piece: Piece,
  told: string | undefined,
  patient: Patient,
  names: NameBook,
  claims: ClaimBook,
): void {
  const span = trimmed(piece.reading, patient);
  const words = claims.words(piece, span.from, span.to);
  if (isPronoun(words)) return;
  const written = patient.name ? claims.words(piece, patient.name.from, patient.name.to) : null;
  const name = written ? names.fullest(written) : null;
  const key = keyOf(victims, piece, patient, name);
  if (key === null) return;
  const known = victims.get(key);
  const effect = gravest(known?.effect, told);
  if (!known && victims.size >= MAX_LISTED) return;
  const number = patient.count ?? (patient.plural ? known?.number : 1);
  const type = patient.actor?.id ?? known?.type;
  const longer = known && known.words.length >= words.length ? known.words : words;
  const claim = claims.add('victims', words, piece, span.from, span.to, 0.6);
  victims.set(key, {
    words: longer,
    ...(name ? { name } : {}),
    ...(patient.age !== null
      ? { age: patient.age }
      : known?.age !== undefined
        ? { age: known.age }
        : {}),
    ...(type ? { type } : {}),
    ...(number != null ? { number } : {}),
    ...(effect ? { effect } : {}),
    claims: [...(known?.claims ?? []), claim],
  });
}

/**
 * People of one name are one, and so are those told by one phrase. Null for "the victims", "the priest": who
 * was told of before, by name or by the same noun.
 */
function keyOf(
  victims: ReadonlyMap<string, Victim>,
  piece: Piece,
  { from, to, actor, plural, count }: Patient,
  name: string | null,
): string | null {
  if (name) {
    const parts = name.toLowerCase().split(' ');
    const same = [...victims.keys()].find((key) => {
      const known = key.split(' ');
      return parts.every((p) => known.includes(p)) || known.every((p) => parts.includes(p));
    });
    return same ?? parts.join(' ');
  }
  const { tokens } = piece.reading.sentence;
  const words = tokens.slice(from, to).map(({ low }) => low);
  const definite = /^(?:the|that|this|these|those|both)$/.test(words[0] ?? '') && count === null;
  if (definite) {
    const noun = singular(words.at(-1) ?? '');
    for (const known of victims.values()) {
      const told = known.words
        .toLowerCase()
        .split(/[\s,]+/)
        .map(singular);
      if (told.includes(noun) || actor?.id === 'unspecified') return null;
      if (!plural && known.name !== undefined && known.type === actor?.id) return null;
    }
  }
  return words.filter((low) => !DISREGARDED.test(low)).join('_');
}

/** "at least 84 people" are "84 people". */
const DISREGARDED =
  /^(?:the|a|an|this|that|these|those|at|least|most|more|than|about|around|almost|nearly|some|over|up|to)$/;

const singular = (word: string): string => word.replace(/(?:e?s)$/, '').replace(/men$/, 'man');

const GRAVITY = ['arrested', 'hurt', 'missing', 'abducted', 'injured', 'killed'];

function gravest(a: string | undefined, b: string | undefined): string | undefined {
  return GRAVITY.indexOf(a ?? '') >= GRAVITY.indexOf(b ?? '') ? a : b;
}

const isPronoun = (words: string): boolean =>
  /^(?:he|she|they|who|him|her|himself|i|i'm|you|we|us|me|none)$/i.test(words.replace('’', "'"));

/** The weapons and means that the draft's sentences name; each once. */
export function readInstruments(draft: Draft, claims: ClaimBook): Instrument[] {
  const found = new Map<string, Instrument>();
  for (const piece of draft.pieces) {
    for (const { from, to, value } of piece.reading.instruments) {
      const words = claims.words(piece, from, to);
      if (!found.has(words.toLowerCase()) && found.size < MAX_LISTED)
        found.set(words.toLowerCase(), { words, type: value });
    }
  }
  return [...found.values()];
}
