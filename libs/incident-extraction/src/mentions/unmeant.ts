import { WordList, WordSet } from '../language/word-list.js';
import type { Document } from '../text/document.js';
import type { Token } from '../text/tokens.js';
import type { TypeFacts } from './type-facts.js';

/** Harm by a weapon that is no attack: nobody meant it, or only upon themselves. */
export type Unmeant = 'accident' | 'self-harm';

/** Whether all that is told of a happening is that people were shot, killed or hurt. */
export const isShooting = ({ senses }: TypeFacts): boolean =>
  senses.every(({ id, group }) => group === 'harm' || OPEN.has(id)) &&
  senses.some(({ id }) => OPEN.has(id));

/** Whether that is what a happening is told as most, beside a burglary or the like of before. */
export const isMostlyShooting = ({ senses }: TypeFacts): boolean =>
  OPEN.has(senses.find(({ group }) => group !== 'harm')?.id ?? '') &&
  senses.every(({ id, group }) => group === 'harm' || group === 'robbery' || OPEN.has(id));

/** Deeds that a text may tell of an accident or of a suicide in the very words of an attack. */
const OPEN: ReadonlySet<string> = new Set([
  'shoot',
  'shooting',
  'shoot-dead',
  'accidental-shooting',
  'kill',
  // Of "homicide detectives" as well: the words below tell a murder.
  'homicide',
]);

/**
 * Whether an article's other words say of a shooting that no one meant it ("the gun discharged", "it seems like an
 * accident") or that whoever was shot did it ("a double suicide"). An opponent anywhere in the text ("the gunman fled",
 * "charged with murder") leaves it an attack; so do more people harmed than one where someone shot himself.
 * Linear in the tokens; to be asked of shootings only.
 */
export function unmeantHarm(document: Document, facts: TypeFacts): Unmeant | null {
  let found: Unmeant | null = null;
  let opposed = false;
  let double = false;
  for (const { index, part, tokens } of document.sentences) {
    if (part === 'caption') continue;
    for (let at = 0; at < tokens.length; at++) {
      const { low } = tokens[at]!;
      if (!WORDS.has(low)) continue;
      opposed ||= OPPONENTS.test(low) && !isHarmless(tokens, at);
      const sign = signAt(tokens, at);
      if (!sign || isDoubted(tokens, at)) continue;
      // What it begins with is what it is, whatever is said later of arguments and suspects.
      if (sign === 'accident' && index <= (hasOpponent(tokens) ? LEAD - 1 : LEAD)) return sign;
      double ||= sign === 'self-harm' && tokens[at - 1]?.low === 'double';
      found = sign === 'accident' ? sign : (found ?? sign);
    }
  }
  if (opposed) return null;
  // A small child who shot himself.
  if (found === 'self-harm' && facts.own.has('accidental-shooting')) return 'accident';
  return found === 'self-harm' && facts.killed && facts.injured && !double ? null : found;
}

/** Title and lead, in sentences. */
const LEAD = 2;

/** Whether title or lead say that no one meant it, and name no opponent. */
export const isUnmeantFromTheFirst = ({ sentences }: Document): boolean =>
  sentences.some(
    ({ index, part, tokens }) =>
      index <= LEAD &&
      part !== 'caption' &&
      !hasOpponent(tokens) &&
      tokens.some((_, at) => signAt(tokens, at) === 'accident' && !isDoubted(tokens, at)),
  );

const hasOpponent = (tokens: readonly Token[]): boolean =>
  tokens.some(({ low }, at) => OPPONENTS.test(low) && !isHarmless(tokens, at));

/** Someone who did it to someone, or why. */
const OPPONENTS = new WordList(
  /^(?:gunm[ae]n|gunfight|shooters?|suspects?|assailants?|attackers?|robbers?|robbery|robberies|burglars?|burglary|intruders?|manhunt|drive-by|argument|arguing|argued|altercation|dispute|quarrel|feud|ambush|ambushed|murder|murders|murdered|murdering|homicides?|murder-suicides?|massacre|intentional|intentionally|deliberate|deliberately|shootout|shoot-out|terrorists?|gang|gangs|hostages?)$/,
);
const CHANCE = new WordList(
  /^(?:accident|accidental|accidentally|accidently|unintentional|unintentionally|inadvertent|inadvertently)$/,
);
const ONESELF = new WordList(/^(?:self|himself|herself|themselves)$/);
const DOING = new WordList(
  /^(?:shoots?|shot|shooting|killed|killing|kills?|wounded|wounding|injured)$/,
);
const FIRED = new WordList(/^(?:discharged|discharges|discharging|off)$/);
const GUN = new WordList(
  /^(?:guns?|handguns?|rifles?|pistols?|shotguns?|revolvers?|weapons?|firearms?)$/,
);
const WORDS = new WordSet([
  ...OPPONENTS.words,
  ...CHANCE.words,
  ...ONESELF.words,
  ...FIRED.words,
  'suicide',
  'self-inflicted',
]);

/** What a word says of the harm by itself. */
function signAt(tokens: readonly Token[], at: number): Unmeant | null {
  const { low } = tokens[at]!;
  const before = tokens[at - 1]?.low ?? '';
  const after = tokens[at + 1]?.low ?? '';
  if (CHANCE.test(low))
    return (low === 'accident' && TRAFFIC.test(before)) || after === 'murder' ? null : 'accident';
  if (low === 'self-inflicted') return 'self-harm';
  if (ONESELF.test(low)) return DOING.test(before) ? 'self-harm' : null;
  if (low === 'suicide') return NO_SUICIDE.test(after) || before === 'murder' ? null : 'self-harm';
  // "the gun discharged", "the rifle went off": by itself; one that somebody discharges stands behind the word.
  if (low === 'off' && before !== 'went' && before !== 'going' && before !== 'goes') return null;
  const doer = low === 'off' ? at - 2 : at - 1;
  for (let i = doer; i >= 0 && i >= doer - GUN_REACH; i--)
    if (GUN.test(tokens[i]!.low)) return 'accident';
  return null;
}

/** How far before "discharged" its gun stands, in tokens: "the gun was accidentally". */
const GUN_REACH = 2;
const TRAFFIC = new WordList(
  /^(?:car|traffic|road|auto|automobile|vehicle|motorcycle|train|plane|boating|driving|fatal|bus|truck)$/,
);
const NO_SUICIDE = new WordList(
  /^(?:bomb|bombs|bomber|bombers|bombing|bombings|attack|attacks|attacker|attackers|vest|vests|belt|belts|mission|squad|car|truck|prevention|hotline|lifeline|watch|note|by|rates?)$/,
);

/** "not an accident", "whether it was accidental or intentional". */
function isDoubted(tokens: readonly Token[], at: number): boolean {
  for (let i = Math.max(0, at - DOUBT_REACH); i < Math.min(tokens.length, at + 3); i++)
    if (DOUBT.test(tokens[i]!.low)) return true;
  return false;
}

/** How far before a word what puts it in doubt stands, in tokens. */
const DOUBT_REACH = 5;
const DOUBT = new WordList(
  /^(?:not|n't|no|never|whether|if|or|unless|out|unclear|unknown|insists?|claims?|claimed|joked?|threatened|threatening|attempted|without)$/,
);

/** "homicide detectives", "do not suspect foul play", "no suspects": a name, or nobody. */
function isHarmless(tokens: readonly Token[], at: number): boolean {
  const before = tokens[at - 1]?.low ?? '';
  if (UNIT.test(tokens[at + 1]?.low ?? '') || tokens[at + 1]?.low === 'foul') return true;
  return NOBODY.test(before) || NOBODY.test(tokens[at - 2]?.low ?? '');
}

const NOBODY = new WordList(/^(?:no|not|n't|never|any|without|nothing|dismissed|denied)$/);
const UNIT = new WordList(
  /^(?:units?|detectives?|division|squad|bureau|section|investigators?|team|investigations?|task|sergeant|lieutenant|lt|sgt|commander|captain)$/,
);
