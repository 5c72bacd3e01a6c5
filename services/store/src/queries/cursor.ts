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

/**
 * @param isValue whether a text can be a value of this sort: it goes into a cast
 * @throws ProblemError 400 unless the text is a cursor of this sort
 */
export function decodeCursor(
  text: string,
  sort: string,
  isValue: (value: string) => boolean,
): Cursor {
  let parts: unknown;
  try {
    parts = JSON.parse(Buffer.from(text, 'base64url').toString('utf8'));
  } catch {
    throw badQuery('cursor is not one that this API gave.');
  }
  const valid =
    Array.isArray(parts) && parts.length === 3 && parts.every((part) => typeof part === 'string');
  const [givenSort, value, id] = valid ? (parts as [string, string, string]) : ['', '', ''];
  if (valid && givenSort !== sort) {
    throw badQuery(`cursor belongs to another order than ${sort}.`);
  }
  if (!valid || !isValue(value) || id.includes('\0')) {
    throw badQuery('cursor is not one that this API gave.');
  }
  return { sort, value, id };
}
