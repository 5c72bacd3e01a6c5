import { BE } from '../../language/function-words.js';
import { WordList } from '../../language/word-list.js';
import type { Token } from '../../text/tokens.js';

/** "the incident is being treated as an accident", "it was recovering": no one's condition. */
export function isOfThing(tokens: readonly Token[], at: number): boolean {
  let verb = BE.has(tokens[at]!.low) ? at : at - 1;
  if (!BE.has(tokens[verb]?.low ?? '')) return false;
  while (BE.has(tokens[verb - 1]?.low ?? '')) verb--;
  return THING.test(tokens[verb - 1]?.low ?? '');
}

const THING = new WordList(
  /^(?:incidents?|cases?|deaths?|shootings?|attacks?|matter|crash|fire|scene|it|this|which|gun|weapon|bullet|evidence|vehicle|car)$/,
);
