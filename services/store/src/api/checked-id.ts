import { badQuery } from './problem.js';

/** An id of ours as it stands in a path. @throws ProblemError 400 */
export function checkedId(id: string): string {
  if (/^[A-Za-z0-9._:-]{1,128}$/.test(id)) return id;
  throw badQuery('id must be 1 to 128 letters, digits, dots, colons, dashes or underscores.');
}
