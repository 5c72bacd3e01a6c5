import { badQuery } from '../api/problem.js';

/** Where a page ended: the sort's name, its value there and the id that breaks ties. */
export interface Cursor {
  readonly sort: string;
  readonly value: string;
  readonly id: string;
}

/** Opaque to clients; says which sort it belongs to, so that it can't be used with another. */
export const encodeCursor = ({ sort, value, id }: Cursor): string =>
  Buffer.from(JSON.stringify([sort, value, id])).toString('base64url');

/** @throws ProblemError 400 unless the text is a cursor of this sort */
export function decodeCursor(text: string, sort: string): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badQuery('cursor is not one that this API gave.');
  }
  const valid =
    Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
  // The value goes into a cast: only what the sorts produce, a number or a day, may get there.
  const [givenSort, value, id] = valid ? (parts as [string, string, string]) : ['', '', ''];
  if (!/^(-?\d{1,16}|\d{4}-\d{2}-\d{2}|-infinity)$/.test(value) || id.includes('\0')) {
    throw badQuery('cursor is not one that this API gave.');
  }
  if (givenSort !== sort) throw badQuery(`cursor belongs to sort=${givenSort}, not ${sort}.`);
  return { sort, value, id };
}
