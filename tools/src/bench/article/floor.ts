import { decodeDocument } from '@tocsin/article-extraction';
import { parseDocument } from 'htmlparser2';
import type { ReadPage } from './contestant.js';

/** The floor: text and a tree of it, and nothing done with either. */
export const readPage: ReadPage = ({ bytes }) =>
  parseDocument(decodeDocument(bytes)).children.length > 0;
