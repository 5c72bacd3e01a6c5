import { retellingWords } from '../lexicon/retelling.js';
import type { Draft } from './draft.js';

/** A death of old age or illness is no incident. */
export const isNatural = ({ pieces }: Draft): boolean =>
  pieces.every(({ frames }) => frames.every(({ trigger }) => trigger.sense.group === 'harm')) &&
  pieces.some(({ reading: { sentence } }) =>
    retellingWords.findAll(sentence.tokens).some(({ value }) => value === 'natural'),
  );
