import type { Actor, Instrument, Responsibility, Target, Victim } from '@tocsin/contracts';
import type { Person } from '../language/people.js';
import type { Frame } from '../reading/frames.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

const MAX_LISTED = 20;

/** Those who act, as the text words them; each once. */
export function readActors(draft: Draft, claims: ClaimBook): Actor[] {
  const actors = new Map<string, Actor>();
  for (const piece of draft.pieces) {
    for (const frame of piece.frames) {
      for (const person of frame.agents) {
        const words = claims.words(piece, person.from, person.to);
        if (actors.has(words.toLowerCase()) || actors.size >= MAX_LISTED || isPronoun(words))
          continue;
        const claim = claims.add('actors', words, piece, person.from, person.to, 0.6);
        actors.set(words.toLowerCase(), {
          role: frame.trigger.sense.plover === 'ASSAULT' ? 'perpetrator' : 'actor',
          words,
          ...(person.name ? { name: person.name } : {}),
          ...(person.actor
            ? {
                organisationClass: person.actor.id,
                sector: person.actor.sector,
                inter: person.actor.inter,
              }
            : {}),
          responsibility: responsibility(piece),
          claims: [claim],
        });
      }
    }
  }
  return [...actors.values()];
}

function responsibility(piece: Piece): Responsibility {
  const { hedge, chain } = piece.reading.attribution;
  if (hedge === 'denied') return 'denied';
  if (hedge !== 'alleged') return 'fact';
  const official = chain.some((link) =>
    ['police', 'military', 'government', 'court'].includes(link.class),
  );
  return official ? 'accused-by-authorities' : 'accused';
}

/** Those to whom it happened, as the text words them; each once, with the gravest effect. */
export function readVictims(draft: Draft, claims: ClaimBook): Victim[] {
  const victims = new Map<string, Victim>();
  for (const piece of draft.pieces) {
    for (const frame of piece.frames) {
      for (const person of frame.patients) addVictim(victims, piece, frame, person, claims);
    }
  }
  return [...victims.values()];
}

function addVictim(
  victims: Map<string, Victim>,
  piece: Piece,
  frame: Frame,
  person: Person,
  claims: ClaimBook,
): void {
  const words = claims.words(piece, person.from, person.to);
  const key = (person.name?.split(' ').at(-1) ?? words).toLowerCase();
  const known = victims.get(key);
  const effect = frame.trigger.sense.effect ?? known?.effect;
  if (known) {
    if (effect === 'killed') victims.set(key, { ...known, effect });
    return;
  }
  if (victims.size >= MAX_LISTED || isPronoun(words)) return;
  const claim = claims.add('victims', words, piece, person.from, person.to, 0.6);
  const number = person.count?.best ?? (person.plural ? undefined : 1);
  victims.set(key, {
    words,
    ...(person.name ? { name: person.name } : {}),
    ...(person.age !== null ? { age: person.age } : {}),
    ...(person.actor ? { type: person.actor.id } : {}),
    ...(number != null ? { number } : {}),
    ...(effect ? { effect } : {}),
    claims: [claim],
  });
}

const isPronoun = (words: string): boolean => /^(?:he|she|they|who|him|her|himself)$/i.test(words);

/** Things that were hit: none are read yet from words alone, so only what a frame acts on. */
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

export type Participants = { actors: Actor[]; victims: Victim[]; targets: Target[] };
