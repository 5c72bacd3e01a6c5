import type { Actor, Instrument, Responsibility, Victim } from '@tocsin/contracts';
import type { Person } from '../people/person.js';
import { type ActorClass, actorClass } from '../lexicon/actors.js';
import { organisations } from '../lexicon/organisations.js';
import type { Frame } from '../reading/frames.js';
import type { Token } from '../text/tokens.js';
import type { ClaimBook } from './claim-book.js';
import type { Draft, Piece } from './draft.js';

const MAX_LISTED = 20;

/** Those who act, as the text words them; each once. */
export function readActors(draft: Draft, claims: ClaimBook): Actor[] {
  const actors = new Map<string, Actor>();
  for (const piece of draft.pieces) {
    for (const frame of piece.frames) {
      for (const person of frame.agents) addAgent(actors, piece, frame, person, claims);
    }
    addOrganisations(actors, piece, claims);
  }
  return [...actors.values()];
}

function addAgent(
  actors: Map<string, Actor>,
  piece: Piece,
  frame: Frame,
  person: Person,
  claims: ClaimBook,
): void {
  const words = claims.words(piece, person.from, person.to);
  if (actors.has(words.toLowerCase()) || actors.size >= MAX_LISTED || isPronoun(words)) return;
  actors.set(words.toLowerCase(), {
    role: frame.trigger.sense.plover === 'ASSAULT' ? 'perpetrator' : 'actor',
    words,
    ...(person.name ? { name: person.name } : {}),
    ...(person.actor ? codesOf(person.actor) : {}),
    responsibility: responsibility(piece),
    claims: [claims.add('actors', words, piece, person.from, person.to, 0.6)],
  });
}

const codesOf = (actor: ActorClass): Pick<Actor, 'organisationClass' | 'sector' | 'inter'> => ({
  organisationClass: actor.id,
  sector: actor.sector,
  inter: actor.inter,
});

/** Armed organisations named where violence is told, unless it happens to them. */
function addOrganisations(actors: Map<string, Actor>, piece: Piece, claims: ClaimBook): void {
  if (!piece.frames.some((frame) => frame.trigger.sense.plover === 'ASSAULT')) return;
  const { tokens } = piece.reading.sentence;
  for (const { from, to, value } of organisations.findAll(tokens)) {
    const suffers = piece.frames.some((f) => f.patients.some((p) => from < p.to && p.from < to));
    const speaks =
      !claimsResponsibility(tokens) &&
      piece.reading.attribution.spans.some((s) => from >= s.from && to <= s.to);
    const words = claims.words(piece, from, to);
    if (suffers || speaks || actors.has(words.toLowerCase()) || actors.size >= MAX_LISTED) continue;
    const actor = actorClass(value);
    actors.set(words.toLowerCase(), {
      role: 'perpetrator',
      words,
      name: words,
      ...(actor ? codesOf(actor) : {}),
      responsibility: responsibility(piece),
      claims: [claims.add('actors', words, piece, from, to, 0.5)],
    });
  }
}

function responsibility(piece: Piece): Responsibility {
  const { attribution, sentence } = piece.reading;
  const { hedge, chain } = attribution;
  if (claimsResponsibility(sentence.tokens)) return 'claimed';
  if (hedge === 'denied') return 'denied';
  if (hedge !== 'alleged') return 'fact';
  const official = chain.some((link) =>
    ['police', 'military', 'government', 'court'].includes(link.class),
  );
  return official ? 'accused-by-authorities' : 'accused';
}

/** "claimed responsibility", "has claimed credit". */
function claimsResponsibility(tokens: readonly Token[]): boolean {
  return tokens.some(
    (token, i) =>
      /^(?:claim(?:s|ed|ing)?|admitt?(?:s|ed)?|took)$/.test(token.low) &&
      /^(?:responsibility|credit)$/.test(tokens[i + 1]?.low ?? ''),
  );
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
