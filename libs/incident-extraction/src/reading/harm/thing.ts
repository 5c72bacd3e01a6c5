import { BE } from '../../language/function-words.js';
import { WordList } from '../../language/word-list.js';
import type { Token } from '../../text/tokens.js';

/** "the incident is being treated as an accident", "it was recovering": no one's condition. */
export const isOfThing = (tokens: readonly Token[], at: number): boolean => {
  let noun = at;
  while (BE.has(tokens[noun]?.low ?? '') || BE.has(tokens[noun - 1]?.low ?? '')) noun--;
  return noun < at && THING.test(tokens[BE.has(tokens[noun]!.low) ? noun - 1 : noun]?.low ?? '');
};

const THING = new WordList(
  /^(?:incidents?|cases?|deaths?|shootings?|attacks?|matter|crash|fire|scene|it|this|which|gun|weapon|bullet|evidence|vehicle|car)$/,
);
