import { WordSet } from '../language/word-list.js';
import { DETERMINERS } from '../language/function-words.js';
import { showing, shots, units } from '../lexicon/recall.js';
import type { Trigger } from '../lexicon/triggers.js';
import type { Token } from '../text/tokens.js';

const words = (list: string): WordSet => new WordSet(list.split(' '));

/** Beside these an attack is one on computers, on one's health, in sport or in a game. */
const OTHER_ATTACK = words(
  'hacker hackers cyber website websites online ddos denial-of-service virus style midfielder striker heart panic asthma vr server servers phishing',
);
/** Behind these nouns' triggers the thing is shown, not done. */
const SHOWN = words('photo video film movie scene game season match penalty');
const BEFORE_PICTURE = words('a the his her on mug best of');
/** "death penalty", "death row": no one's death is told. */
const AFTER_DEATH = words('penalty row threat threats squad squads certificate');

/** Whether a trigger names a happening here; idioms and other senses of the word do not. */
export function isEvent(
  tokens: readonly Token[],
  from: number,
  to: number,
  trigger: Trigger,
): boolean {
  const before = tokens[from - 1]?.low ?? '';
  const after = tokens[to]?.low ?? '';
  const word = tokens[from]!.low;
  if (word === 'dead' && before === 'the') return false;
  // "a storm": what has an article is no verb.
  if (isPlainForm(trigger) && DETERMINERS.has(before)) return false;
  // "found the door open": of "find"; one founds a party "to found" it.
  if (word === 'found' && trigger.form === 'base' && !FOUNDS.test(before)) return false;
  if (word === 'march' && isMonth(tokens, from, to)) return false;
  // Under fire for what one said is criticised.
  if (/^(?:came|come|comes|coming)$/.test(word) && /^(?:for|over)$/.test(after)) return false;
  if (/^(?:shot|demonstrations?|shows?)$/.test(word) && after === 'of') return false;
  if (word.startsWith('demonstration') && showing.has(before)) return false;
  if (word === 'shot' && (shots.has(before) || isTry(tokens, from))) return false;
  // "Killed in protest of a visit": why, and no crowd.
  if (word === 'protest' && before === 'in' && /^(?:of|at|over)$/.test(after)) return false;
  if (trigger.form === 'noun' && trigger.named && units.has(after)) return false;
  const near = [before, after, tokens[from - 2]?.low ?? ''];
  if (near.some((low) => OTHER_ATTACK.has(low))) return false;
  if (trigger.form === 'noun' && SHOWN.has(after)) return false;
  if (word === 'shot' && BEFORE_PICTURE.has(before) && after !== 'and') return false;
  return !(word === 'death' && AFTER_DEATH.has(after));
}

const FOUNDS = /^(?:to|will|would|could|can|may|might|should|must|helped)$/;

/** How far before "a shot" stands who is given it: "to give the venture another shot". */
const GIVEN = 7;

function isTry(tokens: readonly Token[], at: number): boolean {
  if (!/^(?:a|another|one|last|second)$/.test(tokens[at - 1]?.low ?? '')) return false;
  return tokens
    .slice(Math.max(0, at - GIVEN), at - 1)
    .some(({ low }) => /^(?:give|gives|gave|given|giving)$/.test(low));
}

const isPlainForm = ({ form }: Trigger): boolean => form === 'base' || form === 'third';

/** The month, not the march. */
function isMonth(tokens: readonly Token[], from: number, to: number): boolean {
  return tokens[from]!.capital && (tokens[to]?.kind === 'number' || tokens[to]?.low === ',');
}
