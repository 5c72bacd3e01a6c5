import { badQuery } from '../api/problem.js';
import { fold } from '../facets/fold.js';
import type { Bind } from './bind.js';

/** Words of a name or phrase that are looked for as they stand. */
const words = (text: string): string[] => fold(text).match(/[\p{L}\p{N}]+/gu) ?? [];

/** Shorter beginnings of words would look at too large a part of the index. */
const MIN_PREFIX = 2;

/** A `-`, a phrase in quotation marks or a word, perhaps only its beginning. */
const TERM = /(-?)(?:"([^"]*)"?|([^\s"]+))/gu;

/**
 * What people type as a text search: words that must all occur, `"a phrase"`, `begin*`, `-without`, and `OR`
 * between two of them.
 * @returns the tsquery as SQL
 * @throws ProblemError 400 when nothing of it can be looked for
 */
export function textQuery(name: string, text: string, bind: Bind): string {
  const alternatives: string[][] = [];
  let joins = false;
  let hasPositive = false;
  for (const [, minus, phrase, word = ''] of text.matchAll(TERM)) {
    if (word === 'OR') {
      joins = alternatives.length > 0;
      continue;
    }
    const term = termQuery(name, phrase, word, bind);
    if (term === undefined) continue;
    hasPositive ||= minus === '';
    const sql = minus ? `!!${term}` : term;
    if (joins) alternatives.at(-1)?.push(sql);
    else alternatives.push([sql]);
    joins = false;
  }
  if (!hasPositive) throw badQuery(`${name} must hold a word to look for.`);
  return `(${alternatives.map((terms) => `(${terms.join(' || ')})`).join(' && ')})`;
}

/** Whether words of it must stand together, of which the index knows nothing. */
export const hasPhrase = (text: string): boolean =>
  text.matchAll(TERM).some(([, , phrase, word = '']) => words(phrase ?? word).length > 1);

/** Whether the beginning of a word is enough for some of it. */
export const hasBeginning = (text: string): boolean =>
  text.matchAll(TERM).some(([, , phrase, word = '']) => phrase === undefined && word.endsWith('*'));

function termQuery(
  name: string,
  phrase: string | undefined,
  word: string,
  bind: Bind,
): string | undefined {
  const found = words(phrase ?? word);
  if (found.length === 0) return undefined;
  if (phrase !== undefined || !word.endsWith('*')) {
    return `phraseto_tsquery('english', ${bind(found.join(' '))})`;
  }
  const last = found.at(-1) as string;
  if (last.length < MIN_PREFIX) {
    throw badQuery(`${name}: the beginning of a word must have ${MIN_PREFIX} letters or more.`);
  }
  // Words are stored as stems: the beginning of a stem, or what the beginning itself stems to.
  const prefix = bind(`'${last}':*`);
  const [plain, stem] = ['simple', 'english'].map((words) => `to_tsquery('${words}', ${prefix})`);
  // All that begins so is gathered for each: once where both are the same.
  const beginning = `(CASE ${plain} WHEN ${stem} THEN ${plain} ELSE ${plain} || ${stem} END)`;
  if (found.length === 1) return beginning;
  return `(phraseto_tsquery('english', ${bind(found.slice(0, -1).join(' '))}) <-> ${beginning})`;
}

/** A name among the actors: its words in their order, in texts of weight C. */
export function actorQuery(name: string, text: string, bind: Bind): string {
  const found = words(text);
  if (found.length === 0) throw badQuery(`${name} must hold a word to look for.`);
  return `to_tsquery('english', ${bind(found.map((word) => `'${word}':C`).join(' <-> '))})`;
}
