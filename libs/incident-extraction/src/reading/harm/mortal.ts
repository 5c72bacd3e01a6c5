import { WordList } from '../../language/word-list.js';
import type { Person } from '../../people/person.js';
import type { Token } from '../../text/tokens.js';
import { objectBehind, subjectBefore } from './whom.js';

/** How far behind a wound it is told what it led to, and how many words tell it, in tokens. */
const REACH = 14;
const CONSEQUENCE = 7;

const STOP = new WordList(/^(?:and|but|[.;])$/);
const DENIED = /^(?:no|not|never|nearly|almost|would|could|might|may|can|will|.*n't)$/;

/** "a fatal gunshot wound", "a wound to the leg that resulted in her death", "wounds that proved fatal". */
export function isMortal(tokens: readonly Token[], from: number, to: number): boolean {
  if (/^(?:fatal|mortal|lethal)$/.test(tokens[from - 1]?.low ?? ''))
    return !/^(?:non|not|near|potentially|[-–])$/.test(tokens[from - 2]?.low ?? '');
  const behind = tokens.slice(to, to + REACH);
  const that = behind.findIndex(({ low }) => /^(?:that|which|resulting|leading)$/.test(low));
  if (that < 0 || behind.slice(0, that).some(({ low }) => STOP.test(low))) return false;
  const words = behind.slice(that, that + CONSEQUENCE).map(({ low }) => low);
  const end = words.findIndex((low) => low === ',' || STOP.test(low));
  const told = end < 0 ? words : words.slice(0, end);
  if (told.some((low) => DENIED.test(low))) return false;
  return LED_TO_DEATH.test(told.join(' '));
}

const LED_TO_DEATH =
  /\b(?:(?:proved|was|were) fatal|(?:result(?:ed|ing) in|le(?:d|ading) to|caus(?:ed|ing))(?: (?:his|her|their))? deaths?)\b/;

/** What those do who try to keep someone alive. */
export const SAVING = new WordList(/^(?:save|saved|revive|revived|resuscitate)$/);
const IN_VAIN = new WordList(/^(?:couldn't|could|unable|failed|late)$/);
/** How far before "save" it is told that it was in vain, in tokens. */
const IN_VAIN_REACH = 4;

/** Those who died of it, and the tokens that tell so. */
interface Lost {
  readonly people: readonly Person[];
  readonly from: number;
  readonly to: number;
}

/** "doctors could not save her", "were unable to save the boy", "could not be saved". */
export function unsaved(tokens: readonly Token[], people: readonly Person[]): Lost[] {
  return tokens.flatMap(({ low }, at) => {
    if (!SAVING.test(low)) return [];
    const start = Math.max(0, at - IN_VAIN_REACH);
    const before = tokens.slice(start, at).map((token) => token.low);
    const vain = before.findIndex((word) => IN_VAIN.test(word));
    if (vain < 0) return [];
    // "that could save her": only what could not.
    if (before[vain] === 'could' && !/^(?:not|n't)$/.test(before[vain + 1] ?? '')) return [];
    const from = start + vain;
    const whom =
      before.at(-1) === 'be'
        ? subjectBefore(tokens, people, from)
        : objectBehind(tokens, people, at + 1);
    return whom.length > 0 ? [{ people: whom, from, to: at + 1 }] : [];
  });
}
