import type { Casualties, CasualtyFigure, CasualtyKind } from '@tocsin/contracts';
import type { Day } from '../../time/calendar.js';
import type { Trigger } from '../../lexicon/triggers.js';
import type { Quantity } from '../../numbers/counts.js';
import type { Toll } from '../../reading/casualties.js';
import { BODILY } from '../../reading/harm/counted.js';
import { chooseFigure, type Fitted } from './choose-figure.js';
import {
  deadAmong,
  type Evidence,
  injuredEvidence,
  killedEvidence,
  type Told,
} from './evidence.js';
import type { ClaimBook } from '../claim-book.js';
import type { Draft, Piece } from '../draft.js';
import { isBeside } from './beside.js';
import { HURT } from './beside-dead.js';
import { buildRoster, type Entry, type Individual, isHurt, isKilled, tollsOf } from './roster.js';
import { besides, type Stated, statedFigure } from './stated.js';
import { WordList } from '../../language/word-list.js';

/**
 * Sums up what a draft's sentences say of people harmed; each figure names its claims.
 *
 * @param day the incident's, null if none is known
 */
export function readCasualties(draft: Draft, day: Day | null, claims: ClaimBook): Casualties {
  const entries = entriesOf(draft, day);
  const told = toldIn(draft, entries);
  const of = (effect: Toll['effect']): Entry[] => ofEffect(entries, effect);
  const other = (kind: 'missing' | 'abducted' | 'arrested'): CasualtyFigure | null =>
    figure(kind, of(kind), buildRoster(of(kind)), claims);
  const dead = killedEvidence(told, killedByRule(draft, told, claims));
  const killed = settle('killed', dead, claims);
  const hurt = injuredEvidence(told, injuredByRule(told, killed, claims), killed?.best ?? 0);
  const attackers = told.dead.filter((one) => one.suicide || one.description.attacker).length;
  return {
    killed,
    injured: settle('injured', hurt, claims),
    missing: other('missing'),
    abducted: other('abducted'),
    arrested: other('arrested'),
    perpetratorsKilled: attackers > 0 ? perpetrators(attackers, killed) : null,
  };
}

/** What a draft tells of the dead and the hurt. */
export const toldBy = (draft: Draft, day: Day | null): Told => toldIn(draft, entriesOf(draft, day));

function toldIn(draft: Draft, entries: readonly Entry[]): Told {
  const roster = buildRoster(entries.filter(({ toll }) => BODILY.has(toll.effect)));
  const dead = roster.filter(isKilled);
  const hurt = ofEffect(entries, 'hurt').filter((entry) => !isOfDead(entry));
  const injured = ofEffect(entries, 'injured');
  const isMore = entries.some(
    ({ toll }) => HURT.has(toll.effect) && toll.stated && (toll.quantity?.best ?? 0) > 2,
  );
  return {
    killed: ofEffect(entries, 'killed'),
    injured: [
      ...injured.filter((entry) => !(isMore && isBoth(entry))),
      ...hurt.filter(isManyInHospital),
    ],
    hurt: besides(
      hurt.filter((entry) => !isManyInHospital(entry)),
      dead,
    ),
    dead,
    alive: roster.filter(isHurt),
    suicide: draft.pieces.some((piece) => murderSuicideIn(piece) >= 0),
  };
}

/** The dead by precedence alone: stated, counted, implied. */
export function killedByRule(draft: Draft, told: Told, claims: ClaimBook): CasualtyFigure | null {
  const figured = figure('killed', told.killed, told.dead, claims) ?? implied(draft, claims);
  return (figured?.best ?? 0) < 2 ? (murderSuicide(draft, claims) ?? figured) : figured;
}

/** The injured by precedence alone, where so many were killed. */
export function injuredByRule(
  { injured: stated, hurt, dead, alive }: Told,
  killed: CasualtyFigure | null,
  claims: ClaimBook,
): CasualtyFigure | null {
  const sure = alive.filter((one) => one.sure);
  // A hospital alone makes no one hurt where others are known to be.
  const people = sure.length + dead.length > 0 ? sure : alive;
  return injured(killed, stated, hurt, people, dead, claims);
}

/** The rule's figure, or the likelier one that other words of the draft speak for. */
function settle(kind: Fitted, evidence: Evidence, claims: ClaimBook): CasualtyFigure | null {
  const { rule, values, told } = evidence;
  const value = chooseFigure(kind, evidence);
  if (value === null || value === (rule?.best ?? rule?.low ?? 0)) return rule;
  if (value === 0) return null;
  const sources = values.get(value)!;
  const own = kind === 'killed' ? told.killed : [...told.injured, ...told.hurt];
  const indexes = own.map(({ toll, piece }) => record(kind, toll, piece, claims));
  if (indexes.length === 0) return rule;
  // "The teens died": two at least, and no one says how many.
  if (sources.size === 1 && sources.has('plural'))
    return { low: value, best: null, high: null, basis: 'vague', claims: [...new Set(indexes)] };
  const stated = own.find(({ toll }) => toll.stated && toll.quantity?.best === value);
  const range = stated ? bounds(stated.toll.quantity!) : { low: value, best: value, high: value };
  const counted = sources.has('people') || sources.has('sure people');
  return {
    ...range,
    basis: stated ? 'stated' : counted ? 'counted' : 'derived',
    claims: [...new Set(indexes)],
  };
}

const entriesOf = (draft: Draft, day: Day | null): readonly Entry[] => newsOf(tollsOf(draft), day);

/** "A woman and a man were shot, too. Both are in stable condition.": of more, the two told of right before. */
const isBoth = ({ toll: { people }, piece }: Entry): boolean =>
  people.length === 1 &&
  people[0]!.to - people[0]!.from === 1 &&
  piece.reading.sentence.tokens[people[0]!.from]!.low === 'both';

/** More people than this are not all who were harmed where a hospital has them, but those who live. */
const FEW = 8;

/** "51 were taken to hospital": of so many the dead are no part. */
const isManyInHospital = ({ toll }: Entry): boolean =>
  toll.weak && toll.stated && (toll.quantity?.best ?? 0) > FEW;

/** "Two bailiffs are dead after a shooting at a court": that they were shot, too, counts no one anew. */
const isOfDead = ({ toll, piece }: Entry): boolean =>
  toll.people.length > 0 &&
  piece.reading.tolls.some(
    ({ effect, people }) =>
      (effect === 'killed' || effect === 'injured') &&
      toll.people.every((one) => people.includes(one)) &&
      people.length === toll.people.length,
  );

const ofEffect = (entries: readonly Entry[], effect: Toll['effect']): Entry[] =>
  entries.filter(({ toll }) => toll.effect === effect);

/** Asides count only where an article has nothing else. */
function newsOf(entries: readonly Entry[], day: Day | null): readonly Entry[] {
  const news = entries.filter((entry) => !entry.toll.aside && !isBeside(entry, day));
  if (news.length === 0) return entries;
  // "Three dead and one hurt in overnight shootings" is all that there is: both of its figures count.
  const left = entries.filter((entry) => !news.includes(entry));
  const own = new Set(news.map(({ piece }) => piece.reading));
  return left.length > 0 &&
    left.every(({ piece, toll }) => own.has(piece.reading) && !toll.aside) &&
    own.size === 1
    ? entries
    : news;
}

function perpetrators(count: number, killed: CasualtyFigure | null): CasualtyFigure {
  return {
    low: count,
    best: count,
    high: count,
    basis: 'counted',
    claims: [...(killed?.claims ?? [])],
  };
}

/** A murder-suicide takes two lives at least, though a text may tell of one. */
function murderSuicide(draft: Draft, claims: ClaimBook): CasualtyFigure | null {
  for (const piece of draft.pieces) {
    const at = murderSuicideIn(piece);
    if (at < 0) continue;
    const claim = claims.add('casualties.killed', null, piece, at, at + 1, 0.5);
    return { low: 2, best: 2, high: null, basis: 'derived', claims: [claim] };
  }
  return null;
}

/** Where a piece tells of a murder-suicide, -1 where it doesn't. */
function murderSuicideIn({ reading }: Piece): number {
  const { tokens } = reading.sentence;
  return tokens.findIndex(({ low }, at) => {
    const joined =
      MURDER_SUICIDE.test(low) ||
      (MURDER.test(low) &&
        /^[-/–]$/.test(tokens[at + 1]?.low ?? '') &&
        /^suicides?$/.test(tokens[at + 2]?.low ?? ''));
    return joined && !/^(?:attempted|possible)$/.test(tokens[at - 1]?.low ?? '');
  });
}

const MURDER = new WordList(/^murders?$/);
const MURDER_SUICIDE = new WordList(/^murders?-suicides?$/);

/** "the murder", "a fatal shooting": someone was killed, though no one is counted. */
function implied(draft: Draft, claims: ClaimBook): CasualtyFigure | null {
  for (const piece of draft.pieces) {
    const { tokens } = piece.reading.sentence;
    const frame = piece.frames.find(
      ({ trigger, realis, from, to }) =>
        isHomicide(trigger) &&
        realis === 'actual' &&
        !NO_DEATH.test(tokens[to]?.low ?? '') &&
        !ANOTHER.test(tokens[from - 1]?.low ?? ''),
    );
    if (!frame) continue;
    const claim = claims.add('casualties.killed', null, piece, frame.from, frame.to, 0.5);
    const best = MANY.test(tokens[frame.to - 1]!.low) ? null : 1;
    return { low: 1, best, high: null, basis: 'derived', claims: [claim] };
  }
  return null;
}

/** A fatal shooting is mostly one person's, a fatal attack anyone's. */
const MANY =
  /^(?:attacks?|bombings?|blasts?|explosions?|ambush|raids?|assaults?|crash|fire|violence|carnage|massacre|slaughter|bloodshed|bloodbath)$/;

/** "a murder", "charged in a killing"; murders in the plural are a town's. */
const isHomicide = ({ sense, form, plural }: Trigger): boolean =>
  !plural && (sense.id === 'homicide' || (sense.id === 'kill' && form === 'noun'));

/** "in retaliation for another homicide", "an attempted murder". */
const ANOTHER = /^(?:another|earlier|previous|prior|other|unrelated|attempted)$/;

/** "homicide detectives", "the murder rate": who looks into deaths, and how many there are. */
const NO_DEATH =
  /^(?:units?|divisions?|detectives?|investigators?|squad|bureau|section|team|task|detective|investigator|sergeant|lieutenant|prosecutor|reports?|tips?|hotline|tracker|rates?|totals?|counts?|numbers|statistics|trials?|capital|fields)$/;

/** A number in title or lead, else any number, else the people told of one by one. */
function figure(
  kind: CasualtyKind,
  entries: readonly Entry[],
  told: readonly Individual[],
  claims: ClaimBook,
): CasualtyFigure | null {
  if (entries.length === 0) return null;
  const persons = told.length;
  const indexes = entries.map(({ toll, piece }) => record(kind, toll, piece, claims));
  // The wounded told of one by one may be among "three others"; the dead are told apart.
  const stated = statedFigure(entries, kind === 'killed' ? told : []);
  // An exact number of title or lead outweighs people who may be one under two descriptions.
  if (stated && (stated.quantity.best! >= persons || isExact(stated))) {
    const { quantity, entry } = stated;
    return { ...bounds(quantity), ...basisOf(quantity, entry, claims), claims: indexes };
  }
  if (persons > 0) {
    // An uncounted plural beside them leaves the top open.
    const open = entries.some(({ toll }) => toll.quantity === null || toll.quantity.high === null);
    const high = open ? null : persons;
    return { low: persons, best: persons, high, basis: 'counted', claims: indexes };
  }
  return entries.some(({ toll }) => toll.quantity === null)
    ? { low: 2, best: null, high: null, basis: 'vague', claims: indexes }
    : null;
}

const isExact = ({ lead, quantity: { low, high } }: Stated): boolean => lead && low === high;

const bounds = ({ low, best, high }: Quantity): Quantity0 => ({ low, best, high });
type Quantity0 = Omit<Quantity, 'vague'>;

function basisOf(
  quantity: Quantity,
  { piece, toll }: Entry,
  claims: ClaimBook,
): Pick<CasualtyFigure, 'basis' | 'words'> {
  if (!quantity.vague) return { basis: 'stated' };
  return { basis: 'vague', words: claims.words(piece, toll.from, toll.to) };
}

/** Stated injuries; of those "shot" or "stabbed" the ones who were not killed; people told of. */
function injured(
  killed: CasualtyFigure | null,
  stated: readonly Entry[],
  hurt: readonly Entry[],
  told: readonly Individual[],
  dead: readonly Individual[],
  claims: ClaimBook,
): CasualtyFigure | null {
  const alive = told.length;
  const own = figure('injured', stated, told, claims);
  const total = statedFigure(hurt) ?? null;
  // "Three wounded" of title or lead outweighs how many were shot in another paragraph.
  if (total && !total.lead && statedFigure(stated)?.lead) return own;
  const survived = total
    ? (total.quantity.best ?? 0) - deadAmong(total.entry, killed?.best ?? 0, dead)
    : 0;
  const most = Math.max(survived, alive);
  if (most <= 0 || most <= (own?.best ?? -1)) return own;
  const indexes = hurt.map(({ toll, piece }) => record('injured', toll, piece, claims));
  const open = total?.quantity.high === null;
  return {
    low: most,
    best: most,
    high: open ? null : most,
    basis: survived >= alive ? 'derived' : 'counted',
    claims: [...(own?.claims ?? []), ...indexes, ...(survived > 0 ? (killed?.claims ?? []) : [])],
  };
}

function record(kind: CasualtyKind, toll: Toll, piece: Piece, claims: ClaimBook): number {
  return claims.add(
    `casualties.${kind}`,
    toll.quantity?.best ?? null,
    piece,
    toll.from,
    toll.to,
    toll.stated ? 0.9 : toll.weak ? 0.5 : 0.7,
  );
}
