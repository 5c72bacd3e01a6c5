import { BE } from '../../language/function-words.js';
import type { Effect } from '../../lexicon/triggers.js';
import { describePerson } from '../../people/describe.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import {
  bodyParts,
  carries,
  type Cue,
  cues,
  FATALLY,
  having,
  hits,
  missiles,
  objectPronouns,
  reflexives,
  shots,
  transports,
} from './lexicon.js';
import { isMortal, SAVING, unsaved } from './mortal.js';
import { isOfThing } from './thing.js';
import { objectBehind, pronounAt, subjectBefore } from './whom.js';
import { WordList, WordSet } from '../../language/word-list.js';
import { indexOfWords } from '../../lexicon/phrase-index.js';

/** Harm that a sentence tells of without a verb of harming: wounds, bullets, hospitals, deaths. */
export interface Harm {
  readonly effect: Effect;
  readonly people: readonly Person[];
  /** Tokens that tell it; `to` is exclusive. */
  readonly from: number;
  readonly to: number;
  /** Told by a hospital only: enough for someone known to be hurt, little for anyone else. */
  readonly weak: boolean;
  /** They did it to themselves and died. */
  readonly suicide: boolean;
}

const NEGATION = /^(?:no|not|never|without|none|neither|nor|unhurt|.*n't)$/;
const MODAL = new WordSet(['would', 'could', 'might', 'may', 'if', 'should']);
/** "tried to shoot him". */
const TRIED = new WordList(
  /^(?:tried|tries|trying|attempt(?:s|ed|ing)?|threaten(?:s|ed|ing)?|want(?:s|ed)?|plan(?:s|ned|ning)|going|about)$/,
);
/** How many tokens before a cue can deny it. */
const NEGATION_REACH = 4;

/** Whether a sentence has a word that may tell harm: most have none, be it that a cue begins as they do. */
export const mayTellHarm = (tokens: readonly Token[]): boolean =>
  TELLING.mayFind(tokens) || PRONOUNCES.mayFind(tokens) || cues.findAll(tokens).length > 0;

/** Every harm of a sentence that its cues tell; `harmed` are those to whom others did it. */
export function readHarm(
  tokens: readonly Token[],
  people: readonly Person[],
  harmed: ReadonlySet<Person> = new Set(),
): Harm[] {
  const found: Harm[] = [];
  for (const { from, to, value } of cues.findAll(tokens)) {
    // "a murder-suicide" tells of two at least, but of nobody.
    if (isDenied(tokens, from) || tokens[from]!.low === 'murder-suicide') continue;
    const harm =
      value === 'suicide'
        ? suicide(tokens, people, harmed, from, to)
        : readCue(tokens, people, from, to, value);
    if (harm && harm.people.length > 0) found.push(harm);
  }
  found.push(...pronouncements(tokens, people));
  if (!TELLING.mayFind(tokens)) return found;
  for (let at = 0; at < tokens.length; at++) {
    const { low } = tokens[at]!;
    if (!hits.has(low) && !shots.has(low)) continue;
    if (isDenied(tokens, at)) continue;
    const whom = shots.has(low) ? shotBy(tokens, people, at) : hitAt(tokens, people, at);
    if (whom.length > 0) found.push(harm('hurt', whom, at, at + 2, tokens));
  }
  found.push(
    ...shootingsOf(tokens, people),
    ...listedSelf(tokens),
    ...elsewhere(tokens, people),
    ...unsaved(tokens, people).map((one) => harm('killed', one.people, one.from, one.to, tokens)),
  );
  return found;
}

/** How far behind "pronounced" the word stands that ends it, in tokens. */
const PRONOUNCED_REACH = 12;
const PRONOUNCED = new WordList(/^(?:pronounced|declared)$/);
const PRONOUNCES = indexOfWords(PRONOUNCED.words);

/** "the coroner pronounced Ann Roe of Springfield dead at the scene". */
function pronouncements(tokens: readonly Token[], people: readonly Person[]): Harm[] {
  if (!PRONOUNCES.mayFind(tokens)) return [];
  return tokens.flatMap(({ low }, at) => {
    const person = PRONOUNCED.test(low) ? people.find(({ from }) => from === at + 1) : undefined;
    if (!person || hasAuxiliary(tokens, at)) return [];
    const behind = tokens.slice(person.to, at + PRONOUNCED_REACH);
    const end = behind.findIndex((token) => /^(?:dead|deceased|[,;.])$/.test(token.low));
    if (end < 0 || behind[end]!.kind === 'mark') return [];
    const whom = objectBehind(tokens, people, at + 1);
    return [harm('killed', whom, at, person.to + end + 1, tokens)];
  });
}

/** "One man was shot in the leg, another in the arm and a third in the back": the verb is left out. */
function elsewhere(tokens: readonly Token[], people: readonly Person[]): Harm[] {
  return people
    .filter(({ from, to, actor, name }) => {
      if (actor !== null || name !== null || tokens[to]?.low !== 'in') return false;
      if (!/^(?:and|[,;])$/.test(tokens[from - 1]?.low ?? '')) return false;
      const where = /^(?:the|his|her)$/.test(tokens[to + 1]?.low ?? '') ? to + 2 : -1;
      const before = tokens.slice(0, from);
      return (
        where > 0 &&
        bodyParts.has(tokens[where]?.low ?? '') &&
        before.some(({ low }) => shots.has(low) || hits.has(low))
      );
    })
    .map((person) => harm('hurt', [person], person.from, person.to + 3, tokens));
}

/** "kills wife, daughter, then himself", "shot her two sons and herself". */
function listedSelf(tokens: readonly Token[]): Harm[] {
  const at = tokens.findIndex(
    ({ low }, i) => LISTED_SELF.test(low) && /^(?:,|and|then)$/.test(tokens[i - 1]?.low ?? ''),
  );
  const before = at < 0 ? [] : tokens.slice(Math.max(0, at - 16), at);
  const whom = (): Person[] => [pronounAt(tokens, at)];
  const fatal = before.some(({ low }) => low === 'fatally' || KILLS.test(low));
  if (fatal) return [harm('killed', whom(), at, at + 1, tokens, { suicide: true })];
  return before.some(({ low }) => shots.has(low)) ? [harm('hurt', whom(), at, at + 1, tokens)] : [];
}

const LISTED_SELF = new WordList(/^(?:himself|herself|self)$/);
const KILLS = new WordList(/^(?:kill(?:s|ed|ing)?|murder(?:s|ed|ing)?|slays?|slain)$/);
const ASSAULT = new WordList(/^(?:shooting|stabbing)$/);
/** What tells of harm beside the cues. */
const TELLING = indexOfWords([
  ...hits.words,
  ...shots.words,
  ...ASSAULT.words,
  ...LISTED_SELF.words,
  ...SAVING.words,
]);

/** "the shooting of a boy", "a boy's stabbing". */
function shootingsOf(tokens: readonly Token[], people: readonly Person[]): Harm[] {
  const found: Harm[] = [];
  for (let at = 0; at < tokens.length; at++) {
    const { low } = tokens[at]!;
    if (!ASSAULT.test(low)) continue;
    const of = ofWhom(tokens, people, at);
    const owner = people.find((p) => p.to === at - 1 && tokens[at - 1]!.low === "'s");
    // "the shooting death of" is told by its frame.
    const whom = of.length > 0 ? of : owner && tokens[at + 1]?.low !== 'death' ? [owner] : [];
    const fatal = tokens.slice(Math.max(0, at - FATAL_REACH), at).some((t) => FATAL.test(t.low));
    if (whom.length > 0) found.push(harm(fatal ? 'killed' : 'hurt', whom, at, at + 1, tokens));
  }
  return found;
}

const FATAL = new WordList(/^(?:fatal|deadly)$/);
/** How far before the noun it is told that it was fatal: "in the fatal accidental shooting", in tokens. */
const FATAL_REACH = 2;

/** "the shooting of a boy", "the shooting Saturday of a boy". */
function ofWhom(tokens: readonly Token[], people: readonly Person[], at: number): Person[] {
  const of = /day$/.test(tokens[at + 1]?.low ?? '') ? at + 2 : at + 1;
  return tokens[of]?.low === 'of' ? objectBehind(tokens, people, of + 1) : [];
}

function harm(
  effect: Effect,
  people: readonly Person[],
  from: number,
  to: number,
  tokens: readonly Token[],
  more: Partial<Harm> = {},
): Harm {
  return {
    effect: effect === 'hurt' && isSurvivable(tokens, from, to) ? 'injured' : effect,
    people,
    from: Math.min(from, ...people.map((p) => p.from)),
    to: Math.min(tokens.length, Math.max(to, ...people.map((p) => p.to))),
    weak: false,
    suicide: false,
    ...more,
  };
}

/** "with non-life-threatening wounds", "for injuries not believed to be life-threatening": none of the dead. */
function isSurvivable(tokens: readonly Token[], from: number, to: number): boolean {
  const end = Math.min(tokens.length, to + SURVIVABLE_REACH);
  for (let at = Math.max(0, from - 4); at < end; at++) {
    const { low } = tokens[at]!;
    if (/^[.;]$/.test(low)) return false;
    if (/^non-?life/.test(low)) return true;
    if (!/^life-?/.test(low)) continue;
    const before = tokens.slice(Math.max(0, at - 5), at);
    if (before.some((token) => /^(?:non|not)$/.test(token.low))) return true;
  }
  return false;
}

/** How far behind a hospital or a wound it is told how grave it is, in tokens. */
const SURVIVABLE_REACH = 9;

function readCue(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
  cue: Cue,
): Harm | null {
  if (cue === 'wound') return wound(tokens, people, from, to);
  if (cue === 'hospital') return hospital(tokens, people, from, to);
  // "fatally wounded a boy": not whoever did it.
  const done = FATALLY.test(tokens[from]!.low) && !hasAuxiliary(tokens, from);
  if (done && people.some((person) => person.from === to)) return null;
  if (cue === 'condition' && isOfThing(tokens, from)) return null;
  const whom = subjectBefore(tokens, people, tokens[from]!.low === 'who' ? from + 1 : from);
  if (cue === 'condition') return harm('injured', whom, from, to, tokens);
  return harm('killed', whom, from, to, tokens);
}

/**
 * "killed his wife before killing himself": not she to whom it was done; of "himself" alone the roster
 * says who it is.
 */
function suicide(
  tokens: readonly Token[],
  people: readonly Person[],
  harmed: ReadonlySet<Person>,
  from: number,
  to: number,
): Harm {
  const self = tokens[to - 1]!.low;
  const sex = self === 'herself' || self === 'her' ? 'female' : 'male';
  const others = people.filter((person) => !harmed.has(person));
  const whom = subjectBefore(tokens, others, from);
  const fits = whom.length === 1 && isOne(whom[0]!) && !isOfOther(tokens, whom[0]!, sex);
  const who = fits ? whom : [pronounAt(tokens, to - 1)];
  return harm('killed', who, from, to, tokens, { suicide: true });
}

const isOne = ({ plural, count }: Person): boolean =>
  !plural && (count === null || count.best === 1);

const isOfOther = (tokens: readonly Token[], person: Person, sex: 'male' | 'female'): boolean => {
  const said = describePerson(tokens, person).sex;
  return said !== null && said !== sex;
};

/** "suffered a gunshot wound", "a man with gunshot wounds"; "his injuries" tell of no one new. */
function wound(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
): Harm | null {
  let at = from - 1;
  while (at >= 0 && from - at < 7 && !having.has(tokens[at]!.low)) {
    if (/^(?:his|her|their|'s|,)$/.test(tokens[at]!.low)) return null;
    at--;
  }
  if (at < 0 || from - at >= 7) return null;
  // "charged with assault inflicting injury".
  if (/^(?:charged|accused|assault|charges)$/.test(tokens[at - 1]?.low ?? '')) return null;
  const whom = subjectBefore(tokens, people, at);
  return harm(isMortal(tokens, from, to) ? 'killed' : 'hurt', whom, from, to, tokens);
}

/** "was taken to hospital", "sent a teen to the hospital". */
function hospital(
  tokens: readonly Token[],
  people: readonly Person[],
  from: number,
  to: number,
): Harm | null {
  for (let at = from - 1; at >= 0 && from - at < 12; at--) {
    const { low } = tokens[at]!;
    if (/^[;.“”"]$/.test(low)) return null;
    // "leaves one dead, three in hospital", "woman dead, child in hospital"
    const counted = people.some(
      ({ from: start, to: end, count }) =>
        end === at && (count !== null || tokens[start - 1]?.low === ','),
    );
    const lies = low === 'in' && (LIES.test(tokens[at - 1]?.low ?? '') || counted);
    const passive =
      lies ||
      (transports.has(low) && (hasAuxiliary(tokens, at) || isBareTransport(tokens, people, at)));
    // "a second victim drove herself to hospital"
    const self = carries.has(low) && reflexives.has(tokens[at + 1]!.low);
    const whom =
      passive || self
        ? subjectBefore(tokens, people, at)
        : carries.has(low)
          ? objectBehind(tokens, people, at + 1)
          : [];
    if (whom.length === 0) continue;
    if (diesThere(tokens, to)) return harm('killed', whom, at, to, tokens);
    return harm('hurt', whom, at, to, tokens, { weak: true });
  }
  return null;
}

/** How far behind a hospital it is told that they died there, in tokens. */
const DEATH_REACH = 7;

/** "were taken to a hospital, where they later died". */
function diesThere(tokens: readonly Token[], to: number): boolean {
  const where = tokens.findIndex(({ low }, i) => i >= to && i <= to + 2 && low === 'where');
  if (where < 0) return false;
  const behind = tokens.slice(where + 1, where + DEATH_REACH);
  const end = behind.findIndex(({ low }) => /^(?:died|dies|succumbed|dead|deceased)$/.test(low));
  // "where police said that another man had died"
  return end > 0 && behind.slice(0, end).every(({ low }) => DYING.test(low));
}

const DYING = /^(?:he|she|they|it|all|both|later|soon|also|was|were|had|has|pronounced|declared)$/;

/** "is in the hospital", "remains in hospital". */
const LIES = /^(?:is|are|was|were|remains?|remained|still)$/;

/** "four sent to hospital": headlines leave the auxiliary out. */
const isBareTransport = (
  tokens: readonly Token[],
  people: readonly Person[],
  at: number,
): boolean => tokens[at + 1]?.low === 'to' && people.some((person) => person.to === at);

function hasAuxiliary(tokens: readonly Token[], verb: number): boolean {
  return tokens.slice(Math.max(0, verb - 3), verb).some((token) => BE.has(token.low));
}

/** "shot himself", "shot her": whom the object pronoun means. */
function shotBy(tokens: readonly Token[], people: readonly Person[], at: number): Person[] {
  const next = tokens[at + 1]?.low ?? '';
  if (reflexives.has(next)) {
    // "shot himself and a friend", in headlines "shoots self, girl".
    const joined = next === 'self' ? /^(?:and|,)$/ : /^and$/;
    const with_ = joined.test(tokens[at + 2]?.low ?? '')
      ? objectBehind(tokens, people, at + 3)
      : [];
    const [self, ...others] = subjectBefore(tokens, people, at);
    // "Two hostages said that Roe shot himself": one alone did.
    const own = self && others.length === 0 && next !== 'themselves' && !isOne(self);
    return [...(own ? [pronounAt(tokens, at + 1)] : self ? [self, ...others] : []), ...with_];
  }
  // "Man kills wife, shoots daughter": its second verb looks like a noun.
  const second = /^(?:,|and|then)$/.test(tokens[at - 1]?.low ?? '');
  if (second && tokens[at]!.low === 'shoots') return objectBehind(tokens, people, at + 1);
  if (!objectPronouns.has(next)) return [];
  // "shot her brother" is about the brother.
  const noun = next === 'her' ? at + 2 : at + 1;
  if (people.some(({ from }) => from === at + 1 || from === noun)) return [];
  return [pronounAt(tokens, at + 1)];
}

/** "was hit by a bullet", "struck in the arm"; "a bullet struck the boy". */
function hitAt(tokens: readonly Token[], people: readonly Person[], at: number): Person[] {
  const behind = tokens.slice(at + 1, at + 9);
  const before = tokens.slice(Math.max(0, at - 9), at);
  if (hasAuxiliary(tokens, at) || bareParticiple(tokens, people, at)) {
    const shot = behind.some(({ low }) => missiles.has(low) || bodyParts.has(low));
    if (shot) return subjectBefore(tokens, people, at);
    // "Seven people were hit."
    const bare = /^(?:[.,;]|when|while|as|and)?$/.test(tokens[at + 1]?.low ?? '');
    return bare ? subjectBefore(tokens, people, at).filter(({ count }) => count !== null) : [];
  }
  // "opened fire, striking six".
  const fire = tokens
    .slice(Math.max(0, at - FIRE_REACH), at)
    .some(
      ({ low }, i, all) =>
        /^fir(?:ed|es|ing)$/.test(low) || (low === 'fire' && /^open/.test(all[i - 1]?.low ?? '')),
    );
  return fire || before.some(({ low }) => missiles.has(low))
    ? objectBehind(tokens, people, at + 1)
    : [];
}

/** How far before whom it hits fire is told, in tokens. */
const FIRE_REACH = 14;

/** "boy hit by bullet": headlines leave the auxiliary out. */
const bareParticiple = (tokens: readonly Token[], people: readonly Person[], at: number): boolean =>
  /^(?:by|in)$/.test(tokens[at + 1]?.low ?? '') && people.some((person) => person.to === at);

function isDenied(tokens: readonly Token[], at: number): boolean {
  for (let i = at - 1; i >= Math.max(0, at - NEGATION_REACH); i--) {
    const { low } = tokens[i]!;
    if (low === ',' || low === ';') return false;
    if (i < at - 1 && TRIED.test(low) && tokens[i + 1]!.low === 'to') return true;
    if (NEGATION.test(low) || MODAL.has(low)) return true;
  }
  return false;
}
