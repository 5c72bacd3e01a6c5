import { verbalEvents } from '../lexicon/triggers.js';
import { readSyntax } from '../syntax/syntax.js';
import type { Document } from '../text/document.js';
import { type Frame, readFrames } from './frames.js';
import type { SentenceReading } from './sentence-reading.js';

/** The acts of speech and diplomacy that a sentence tells; apart from its happenings, and read on demand. */
export function readVerbalFrames(document: Document, reading: SentenceReading): Frame[] {
  const { tokens } = reading.sentence;
  const found = verbalEvents.findAll(tokens);
  if (found.length === 0) return [];
  const parsed = reading.syntax.pos.length > 0;
  const syntax = parsed ? reading.syntax : readSyntax(tokens, document.upperCase);
  const { people } = reading;
  const title = reading.sentence.part === 'title';
  return readFrames({ tokens, people, syntax, titled: document.upperCase, title }, found);
}
