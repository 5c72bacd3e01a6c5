import type { Token } from '../text/tokens.js';
import { isTemporal, isTimeWord, type NounPhrase } from './noun-phrases.js';
import { phraseTo } from './phrase-lookup.js';
import type { Pos } from './tagger.js';
import type { VerbGroup } from './verb-groups.js';
import { WordList, WordSet } from '../language/word-list.js';

/** A verb's subject and the verb that it depends on, as an index among the groups. */
export interface Subject {
  readonly subject: NounPhrase | null;
  readonly governor: number | null;
}

const RELATIVE = new WordSet(['who', 'which', 'that', 'whom']);
const NOMINATIVE = new WordList(/^(?:he|she|they|we|i)$/);
/** What bounds a number and is no preposition of its own. */
const BOUND = new WordList(/^(?:least|than|most|more|about|nearly|around)$/);
/** Steps leftwards at most; longer chains are lists. */
const MAX_STEPS = 14;
/** What opens a clause about the noun before it; "that" opens others as well. */
const OPENING = new WordList(/^(?:who|which)$/);
const SAYING = new WordList(
  /^(?:says?|said|saying|told|tells?|thinks?|thought|believes?|believed|claims?|claimed|knows?|knew|known|reports?|reported|hopes?|hoped|fears?|feared|alleges?|alleged|insists?|insisted|hears?|heard|saw|sees?|seen|learns?|learned|suspects?|suspected|announced|announces?|confirmed|confirms?|adds?|added)$/,
);
/** Verbs of one clause that depend on each other at most: "who had planned to try to join". */
const MAX_CHAINED = 4;
/** Words between two of them at most. */
const MAX_LINK = 6;
const BRACKETS: ReadonlyMap<string, string> = new Map([
  [')', '('],
  [']', '['],
]);
/** How long a remark in brackets is at most, in tokens. */
const MAX_BRACKETED = 24;

/**
 * Walks left from a verb to its subject: over adverbs, prepositional phrases ("the attack in Kabul killed"),
 * appositions and ages between commas, and relative clauses; joined verbs, infinitives and "-ing" forms
 * take the subject of the verb that they depend on.
 */
export class SubjectFinder {
  private readonly found = new Map<number, Subject>();

  constructor(
    private readonly tokens: readonly Token[],
    private readonly pos: readonly Pos[],
    private readonly phrases: readonly NounPhrase[],
    private readonly groups: readonly VerbGroup[],
  ) {}

  /** The subject of the group at an index; those before it are found already or on the way. */
  find(index: number): Subject {
    const known = this.found.get(index);
    if (known) return known;
    const subject = this.search(index);
    this.found.set(index, subject);
    return subject;
  }

  private search(index: number): Subject {
    const verb = this.groups[index]!;
    const previous = index > 0 ? index - 1 : null;
    if (verb.infinitive) return this.ofInfinitive(verb, previous);
    // "before being killed": whoever did the other thing.
    if (verb.gerund || this.tokens[verb.from]!.low === 'being') {
      const noun = phraseTo(this.phrases, verb.from);
      const governed = noun === null || this.preposition(noun) !== null;
      if (governed && previous !== null) return this.ofGovernor(previous);
      return { subject: noun, governor: previous };
    }
    return this.walk(index);
  }

  /** "ordered troops to fire": the troops fire; "tried to fire": who tried. */
  private ofInfinitive(verb: VerbGroup, previous: number | null): Subject {
    const noun = phraseTo(this.phrases, verb.from);
    if (previous === null) return { subject: noun, governor: null };
    const object =
      noun && noun.from >= this.groups[previous]!.to && !this.groups[previous]!.passive;
    return object ? { subject: noun, governor: previous } : this.ofGovernor(previous);
  }

  private ofGovernor(governor: number): Subject {
    return { subject: this.find(governor).subject, governor };
  }

  private walk(index: number): Subject {
    let at = this.groups[index]!.from;
    let joined = false;
    let crossed = false;
    let fallback: NounPhrase | null = null;
    for (let step = 0; step < MAX_STEPS && at > 0; step++) {
      const noun = phraseTo(this.phrases, at);
      const group = noun ? null : this.groupEnding(at, index);
      if (noun && RELATIVE.has(this.tokens[noun.head]!.low) && noun.to - noun.from === 1) {
        // The pronoun of this verb's own relative clause: its antecedent stands before it.
        at = noun.from;
        crossed = true;
      } else if (noun && isTemporal(this.tokens, noun)) {
        at = this.preposition(noun) ?? noun.from;
      } else if (noun && this.isAge(noun)) {
        at = noun.from - 1;
        crossed = true;
      } else if (noun) {
        fallback ??= noun;
        // "before he was shot": no preposition has "he".
        const nominative = NOMINATIVE.test(this.tokens[noun.head]!.low);
        const preposition = nominative ? null : this.preposition(noun);
        const holder = this.groupEnding(this.boundBefore(noun), index);
        if (joined && holder !== null) return this.ofGovernor(holder);
        const opener = holder === null ? null : this.openerOf(holder);
        if (opener !== null) {
          // "A man who led the army was killed": the clause's object is no subject of what follows it.
          fallback = null;
          at = opener;
          crossed = true;
          continue;
        }
        if (preposition !== null) {
          at = preposition;
          crossed = true;
        } else if (crossed && holder !== null && this.modifies(holder))
          at = this.groups[holder]!.from;
        else if (
          crossed &&
          this.tokens[noun.from - 1]?.low === ',' &&
          noun.from > 1 &&
          this.isApposed(noun.from - 1)
        )
          at = noun.from - 1;
        else return { subject: noun, governor: holder };
      } else if (group !== null) {
        if (joined) return this.ofGovernor(group);
        if (!this.modifies(group))
          return { subject: fallback ?? this.find(group).subject, governor: group };
        at = this.groups[group]!.from;
      } else {
        const { low } = this.tokens[at - 1]!;
        const opening = this.openingOf(at - 1);
        if (opening > 0) {
          at = opening;
          continue;
        }
        if (this.pos[at - 1] === 'CCONJ') joined = true;
        else if (/^[,()]$/.test(low) || RELATIVE.has(low)) crossed = true;
        else if (!this.isSkipped(at - 1)) break;
        at--;
      }
    }
    return { subject: fallback, governor: null };
  }

  /**
   * The pronoun that opens the relative clause of a verb, over what the verb depends on ("who wanted to join"); null
   * where none does, or where what is said, thought or hoped follows with a subject of its own.
   */
  private openerOf(holder: number): number | null {
    for (let i = holder; i >= 0 && i > holder - MAX_CHAINED; i--) {
      const { from, to } = this.groups[i]!;
      if (this.tokens.slice(from, to).some(({ low }) => SAYING.test(low))) return null;
      if (OPENING.test(this.tokens[from - 1]?.low ?? '')) return from - 1;
      const between = this.tokens.slice(i > 0 ? this.groups[i - 1]!.to : 0, from);
      if (between.length > MAX_LINK || between.some(({ low }) => low === ',')) return null;
    }
    return null;
  }

  /** Where a remark in brackets opens: "the Patrol (a militia that fights rebels) died", "the FSLN [National Front]"; -1 where nowhere. */
  private openingOf(closing: number): number {
    const bracket = BRACKETS.get(this.tokens[closing]!.low);
    if (bracket === undefined) return -1;
    const from = Math.max(0, closing - MAX_BRACKETED);
    for (let at = closing - 1; at >= from; at--) if (this.tokens[at]!.low === bracket) return at;
    return -1;
  }

  /** Adverbs, marks and words of time stand between a subject and its verb. */
  private isSkipped(at: number): boolean {
    const { low } = this.tokens[at]!;
    if (low === ';' || low === ':') return false;
    if (this.pos[at] === 'ADP') return isTimeWord(this.tokens[at + 1]?.low ?? '');
    if (isTimeWord(low) || /^(?:all|both|each)$/.test(low)) return true;
    return /^(?:ADV|PUNCT|PART)$/.test(this.pos[at]!);
  }

  /** Whether what ends before a comma can be what follows it; "on Sunday night, a boy" is none. */
  private isApposed(comma: number): boolean {
    const before = phraseTo(this.phrases, comma);
    return before !== null && !isTemporal(this.tokens, before);
  }

  /** Where a phrase begins with the bound before its number: "more than 200 people". */
  private boundBefore({ from }: NounPhrase): number {
    let at = from;
    while (at > 0 && BOUND.test(this.tokens[at - 1]!.low)) at--;
    return at < from && this.tokens[at - 1]?.low === 'at' ? at - 1 : at;
  }

  /** The preposition before a phrase, over a bound ("by at least 12 men"). */
  private preposition({ from }: NounPhrase): number | null {
    let at = from - 1;
    // "members of the “Peasant Patrol”".
    if (/^["“'‘]$/.test(this.tokens[at]?.low ?? '')) at -= this.pos[at - 1] === 'DET' ? 2 : 1;
    if (at < 0) return null;
    while (at > 0 && BOUND.test(this.tokens[at]!.low)) at--;
    if (this.pos[at] !== 'ADP') return null;
    return /^(?:at|as)$/.test(this.tokens[at]!.low) && at < from - 1 ? null : at;
  }

  /** "Smith, 25, was shot". */
  private isAge({ from, to }: NounPhrase): boolean {
    const between = this.tokens[from - 1]?.low === ',' && this.tokens[to]?.low === ',';
    return between && to - from === 1 && this.pos[from] === 'NUM';
  }

  /** A relative clause, or a participle right behind its noun: part of a noun phrase. */
  private modifies(index: number): boolean {
    const { from, to, gerund, finite, infinitive } = this.groups[index]!;
    const before = this.tokens[from - 1]?.low ?? '';
    if (RELATIVE.has(before)) return true;
    const noun = phraseTo(this.phrases, before === ',' ? from - 1 : from);
    if (noun === null || infinitive) return false;
    if (gerund) return before !== ',';
    return !finite && this.pos[to] === 'ADP' && !this.isBound(to);
  }

  /** "said at least 84 people": the bound of a number, no phrase of the verb's. */
  private isBound(at: number): boolean {
    return this.tokens[at]!.low === 'at' && BOUND.test(this.tokens[at + 1]?.low ?? '');
  }

  private groupEnding(at: number, before: number): number | null {
    for (let i = before - 1; i >= 0 && this.groups[i]!.to >= at; i--) {
      if (this.groups[i]!.to === at) return i;
    }
    return null;
  }
}
