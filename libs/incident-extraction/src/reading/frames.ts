import type { Realis } from '@tocsin/contracts';
import type { Trigger } from '../lexicon/triggers.js';
import type { PhraseMatch } from '../lexicon/phrase-index.js';
import type { Readings } from '../lexicon/trigger-index.js';
import { nameInPhrase } from '../parties/names.js';
import { nobody, type Person } from '../people/person.js';
import type { Clause } from '../syntax/clauses.js';
import { phraseAround } from '../syntax/phrase-lookup.js';
import type { Syntax } from '../syntax/syntax.js';
import type { Token } from '../text/tokens.js';
import { isEvent } from './event-words.js';
import { byWhat, fits } from './fits.js';
import { isNaming, isPartOfName, isSaidToHappen } from './naming.js';
import { readNounRoles } from './noun-roles.js';
import { WordList } from '../language/word-list.js';
import { readRealis } from './realis.js';
import { isStatistic } from './statistics.js';
import { isOtherSense } from './other-senses.js';
import { isTopicOf, readRecall, type Recall } from './recalled.js';
import { isSubordinate, openerOf } from './subordinate.js';
import { readVerbRoles } from './verb-roles.js';

/** Token positions, `to` exclusive. */
export interface TokenSpan {
  readonly from: number;
  readonly to: number;
}

/** Who does it and to whom it is done. */
export interface Roles {
  readonly agents: readonly Person[];
  readonly patients: readonly Person[];
  /** The phrase of who or what does it, people or not. */
  readonly agentPhrase: TokenSpan | null;
  /** The phrase of whom or what it is done to, people or not. */
  readonly patientPhrase: TokenSpan | null;
}

/** One trigger in its sentence with its roles and whether it happened. */
export interface Frame extends Roles, TokenSpan {
  readonly trigger: Trigger;
  readonly realis: Realis;
  /** Only names what is spoken of; alone it tells of no happening. */
  readonly naming: boolean;
  /** Stands in a relative or adverbial clause, or as a noun by itself. */
  readonly aside: boolean;
  /** Looked back on: reacted to, remembered, or long before what the sentence tells. */
  readonly recalled: Recall | null;
}

/** What a frame is read from. */
export interface FrameContext {
  readonly tokens: readonly Token[];
  readonly people: readonly Person[];
  readonly syntax: Syntax;
  /** Capitals say nothing about names here: a title, or text in capitals. */
  readonly titled: boolean;
  /** A headline, which leaves articles out. */
  readonly title: boolean;
}

/** The frames of the triggers that were found in a sentence, in order. */
export function readFrames(
  context: FrameContext,
  found: readonly PhraseMatch<Readings>[],
): Frame[] {
  const { tokens, syntax } = context;
  return found.flatMap(({ from, to: end, value }) => {
    // "shot at least two men": a number's word, not whom he aimed at.
    const to = tokens[end]?.low === 'least' && tokens[end - 1]!.low === 'at' ? end - 1 : end;
    if (to <= from) return [];
    const clause = clauseAt(syntax, from, to);
    const trigger = chooseReading(value, clause !== null);
    if (isNoun(context, from, trigger) || !isEvent(tokens, from, to, trigger)) return [];
    const read =
      trigger.form === 'noun'
        ? readNounRoles(context, from, to)
        : readVerbRoles(context, from, to, trigger, clause);
    const roles = withNamed(context, trigger, read);
    if (isPartOfName(context, from, to, trigger)) return [];
    const happens = isSaidToHappen(context, to, trigger);
    if (!fits(context, { from, to }, trigger, roles)) return [];
    if (isOtherSense(context, { from, to }, trigger, roles)) return [];
    const realis =
      NOT_YET.get(tokens[to]?.low ?? '') ??
      (isStatistic(context, { from, to }, trigger)
        ? 'generic'
        : readRealis(context, { from, to }, trigger, clause));
    // One that did not happen takes no harm from what did.
    if (trigger.sense.id === 'mishap' && realis !== 'actual') return [];
    const noun = trigger.form === 'noun';
    const naming =
      isNaming(context, from, to, trigger, roles, clause !== null) ||
      (noun && isTopicOf(context, from));
    const recalled = readRecall(context, from, trigger, clause);
    const aside = isSubordinate(context, from, noun ? null : clause);
    if (trigger.sense.group === 'arrest' && realis === 'attempted' && isMeanwhile(context, clause))
      return [];
    const told = happens ? { ...trigger, weak: false } : trigger;
    const seen = byWhat(context, from, told, roles);
    return [{ from, to, trigger: seen, realis, naming, aside, recalled, ...roles }];
  });
}

/** "came under fire while trying to arrest a man": what someone was about when something else befell him. */
function isMeanwhile(context: FrameContext, clause: Clause | null): boolean {
  const { tokens } = context;
  return [clause, clause?.governor ?? null].some((each) => {
    const opener = each && openerOf(context, each);
    return opener !== null && /^(?:while|when|as|after)$/.test(tokens[opener]!.low);
  });
}

/** "MINISTER JOSE DIAZ WAS WOUNDED": in capitals a name shows itself only by its phrase and by what happens to it. */
function withNamed(
  { tokens, syntax, titled, title }: FrameContext,
  trigger: Trigger,
  roles: Roles,
): Roles {
  const { patients, patientPhrase } = roles;
  const bodily = /^(?:killed|injured)$/.test(trigger.sense.effect ?? '');
  if (!titled || title || !bodily || patients.length > 0 || !patientPhrase) return roles;
  const name = nameInPhrase(tokens, syntax.pos, patientPhrase);
  const whole = name && (name.to - name.from >= 2 || isTitled(tokens, name.from));
  if (!name || !whole) return roles;
  const words = tokens.slice(name.from, name.to).map(({ text }) => text);
  const { from, to } = patientPhrase;
  return { ...roles, patients: [{ ...nobody, from, to, name: words.join(' ') }] };
}

/** "MR. DIAZ". */
const isTitled = (tokens: readonly Token[], from: number): boolean =>
  TITLES.test(tokens[from - 1]?.low === '.' ? (tokens[from - 2]?.low ?? '') : '');

const TITLES = new WordList(/^(?:mr|mrs|ms|dr|msgr|gen|col|capt|lt|sgt|rev|fr)$/);

/** "a shooting threat", "the bombing plot": the word behind says that there was none. */
const NOT_YET: ReadonlyMap<string, Realis> = new Map([
  ['threat', 'threatened'],
  ['threats', 'threatened'],
  ['plot', 'planned'],
  ['plots', 'planned'],
  ['hoax', 'hypothetical'],
  ['scare', 'hypothetical'],
  ['drill', 'hypothetical'],
]);

/** The clause whose verb a trigger is; of "shot and killed" the last, which has the object. */
function clauseAt({ clauses }: Syntax, from: number, to: number): Clause | null {
  return clauses.findLast(({ verb }) => verb.main >= from && verb.main < to) ?? null;
}

/** "The 400 block of …": a plain form that is a noun here, of a trigger that is a verb only. */
function isNoun({ tokens, syntax, people }: FrameContext, at: number, { form }: Trigger): boolean {
  const { pos, phrases } = syntax;
  if (form === 'noun' || (pos[at] !== 'NOUN' && pos[at] !== 'PROPN')) return false;
  // "a 3-year-old hurt": a participle that looks like the plain form.
  if (tokens[at]!.low === 'hurt' && people.some(({ to }) => to === at)) return false;
  if (form === 'base' || form === 'third') return true;
  // "his brief shot at a career"; of people it may be said: "a teen shot".
  const phrase = tokens[at]!.low === 'shot' ? phraseAround(phrases, at) : null;
  if (phrase?.head !== at || pos[phrase.from] !== 'DET') return false;
  return !people.some((person) => person.from < phrase.to && person.to > phrase.from);
}

function chooseReading(readings: readonly Trigger[], verbal: boolean): Trigger {
  return readings.find(({ form }) => (form === 'noun') !== verbal) ?? readings[0]!;
}
