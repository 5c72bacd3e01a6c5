import type { Actor, Instrument, Responsibility } from '@tocsin/contracts';
import type { ActorClass } from '../lexicon/actors.js';
import { arrestedBy, type Authority, tellersOf } from '../parties/authorities.js';
import type { NameBook } from '../parties/name-book.js';
import type { OrganisationBook } from '../parties/organisation-book.js';
import {
  heldIn,
  isAttribute,
  isSpeaker,
  meets,
  type Perpetrator,
  perpetratorsOf,
} from '../parties/perpetrators.js';
import { trimmed } from '../parties/trim.js';
import { isPronoun, singular } from '../parties/wording.js';
import type { Person } from '../people/person.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

const MAX_LISTED = 20;

/** Someone who acts, as the words of a span have it. */
interface Acting extends Pick<
  Perpetrator,
  'from' | 'to' | 'name' | 'actor' | 'responsibility' | 'confidence'
> {
  readonly role: Actor['role'];
  readonly words: string;
}

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
  const list = (key: string, piece: Piece, one: Acting): void => {
    const { from, to, role, words, name, actor, responsibility, confidence } = one;
    actors.set(key, {
      confidence,
      actor: {
        role,
        words,
        ...(name ? { name } : {}),
        ...(actor ? codesOf(actor) : {}),
        responsibility,
        claims: [claims.add('actors', words, piece, from, to, confidence)],
      },
    });
  };
  const addActing = (
    piece: Piece,
    one: Person | Authority,
    responsibility: Responsibility,
    confidence: number,
  ): void => {
    const { actor } = one;
    const { from, to } = trimmed(piece.reading, one);
    const words = claims.words(piece, from, to);
    const organisation = 'named' in one && one.named ? words : null;
    const name = 'name' in one ? one.name : organisation;
    const key = actorKey({ organisation, name, actor }, words);
    if (actors.has(key) || actors.size >= MAX_LISTED || isPronoun(words)) return;
    list(key, piece, { from, to, role: 'actor', words, name, actor, responsibility, confidence });
  };
  for (const piece of [...draft.pieces, ...arrests]) {
    const held = arrests.includes(piece);
    const told = held ? heldIn(piece) : perpetratorsOf(piece, parties.organisations);
    for (const found of told) {
      const { organisation, confidence, name } = found;
      const { from, to } = trimmed(piece.reading, found);
      const words = claims.words(piece, from, to);
      const key = actorKey(found, words);
      const known = actors.get(key);
      if (known ? known.confidence >= confidence : actors.size >= MAX_LISTED) continue;
      const role = roleOf(found, piece, violent);
      list(key, piece, { ...found, from, to, role, words, name: organisation ? words : name });
    }
    for (const frame of held || MISHAPS.has(draft.eventClass) ? [] : piece.frames) {
      if (frame.trigger.sense.plover === 'ASSAULT') continue;
      for (const person of frame.agents) {
        if (isAttribute(piece, person) || isSpeaker(piece, person)) continue;
        addActing(piece, person, 'fact', 0.6);
      }
      for (const body of arrestedBy(piece, frame)) addActing(piece, body, 'fact', 0.6);
    }
  }
  if (draft.eventClass === 'arrest' && actors.size === 0)
    for (const piece of draft.pieces)
      for (const teller of tellersOf(piece)) addActing(piece, teller, 'possible', 0.4);
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
