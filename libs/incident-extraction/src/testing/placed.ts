import type { Draft } from '../mentions/draft.js';
import { type Field, fieldOf } from '../mentions/place-features.js';
import { type Candidate, candidatesOf } from '../mentions/place-votes.js';
import { draftsOf } from '../tooling/drafts.js';
import { article } from './articles.js';
import { fewPlaces } from './mentions.js';

/** The main draft of an article and the places that may be its. */
export function placed(
  first: string,
  more: string[] = [],
): { main: Draft; candidates: readonly Candidate[]; field: Field } {
  const read = draftsOf(article({ paragraphs: [first, ...more] }), fewPlaces);
  const main = read.main!;
  const candidates = candidatesOf(main, read.drafts, read.readings, read.toponyms);
  const field = fieldOf(candidates, main, read.drafts, read.toponyms, read.document.upperCase);
  return { main, candidates, field };
}
