import type { Realis } from '@tocsin/contracts';
import type { Token } from '../text/tokens.js';
import type { Trigger } from '../lexicon/triggers.js';

const NEGATION = new Set([
  'not',
  "n't",
  'never',
  'no',
  'without',
  'denied',
  'denies',
  'neither',
  "wasn't",
  "didn't",
  "weren't",
  'nobody',
  'unhurt',
]);
const MODAL = new Set([
  'would',
  'could',
  'might',
  'should',
  'if',
  'unless',
  'whether',
  'potential',
  'possible',
]);
const FUTURE = new Set([
  'will',
  'plan',
  'plans',
  'planned',
  'planning',
  'intend',
  'intends',
  'scheduled',
  'upcoming',
  'shall',
  'plot',
  'plotting',
  'conspired',
  'conspiring',
  'order',
  'ordered',
]);
const ATTEMPT = new Set([
  'attempt',
  'attempted',
  'tried',
  'attempting',
  'trying',
  'failed',
  'foiled',
  'thwarted',
  'frustrated',
  'averted',
  'prevented',
]);
const THREAT = new Set([
  'threat',
  'threats',
  'threaten',
  'threatened',
  'threatening',
  'threatens',
  'warned',
  'warning',
  'vowed',
]);

/** How far back a word governs the trigger, in tokens. */
const REACH = 6;
const CLAUSE_END = new Set([
  ';',
  ':',
  '.',
  '"',
  '”',
  '“',
  'but',
  'when',
  'after',
  'who',
  'which',
  'and',
  ',',
]);

/** Whether the text says that the thing happened, from the words that govern its trigger. */
export function readRealis(tokens: readonly Token[], at: number, trigger: Trigger): Realis {
  const infinitive = trigger.form === 'base' && tokens[at - 1]?.low === 'to';
  let modal: Realis | null = null;
  for (let i = at - 1; i >= Math.max(0, at - REACH); i--) {
    const { low } = tokens[i]!;
    if (CLAUSE_END.has(low)) break;
    if (ATTEMPT.has(low)) return 'attempted';
    if (THREAT.has(low)) return 'threatened';
    // "no one was killed" counts zero; it does not deny the event.
    if (NEGATION.has(low) && tokens[i + 1]?.low !== 'one' && tokens[i + 1]?.low !== 'only') {
      return trigger.sense.group === 'harm' ? 'actual' : 'negated';
    }
    if (FUTURE.has(low)) modal = 'planned';
    if (MODAL.has(low) && !modal) modal = 'hypothetical';
  }
  return modal ?? (infinitive ? 'hypothetical' : 'actual');
}
