import type { Draft } from '../mentions/draft.js';
import { type Candidate, candidatesOf } from '../mentions/place-votes.js';
import { draftsOf } from '../tooling/drafts.js';
import { article } from './articles.js';
import { fewPlaces } from './mentions.js';

/** The main draft of an article and the places that may be its. */
export function placed(
  first: string,
  more: string[] = [],
): { main: Draft; candidates: readonly Candidate[] } {
  const drafted = draftsOf(article({ paragraphs: [first, ...more] }), fewPlaces);
  const main = drafted.main!;
  return { main, candidates: candidatesOf(main, drafted.readings, drafted.toponyms) };
}
