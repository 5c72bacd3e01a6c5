import { decodeDocument } from '@tocsin/article-extraction';
import { readArticle } from '../../peers/readability.js';
import type { ReadPage } from './contestant.js';

/** The peer: the usual way to an article in JavaScript. It makes no fingerprint and tells no language. */
export const readPage: ReadPage = ({ bytes }) => readArticle(decodeDocument(bytes)) !== null;
