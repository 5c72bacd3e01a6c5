import { personNouns } from './actors.js';
import { instruments } from './instruments.js';
import { targetNouns } from './targets.js';
import { triggers } from './triggers.js';

/** Whether a lower-case word stands in one of the lexicons, as a phrase or as part of one. */
export function isLexiconWord(word: string): boolean {
  return [personNouns, triggers, targetNouns, instruments].some((index) => index.hasWord(word));
}
