import { type RetellingKind, retellingWords } from '../../lexicon/retelling.js';
import type { Document } from '../../text/document.js';
import type { Draft, Piece } from '../draft.js';
import { isFounded } from './founded.js';
import { isLookedBackOn } from './looked-back-on.js';
import { isRetold } from './retold.js';

/**
 * Why an article does not report what it tells: the story puts it aside (`passing`), no sentence tells it as news
 * (`named`), it follows up on it (`retold`), or looks back on it (`recalled`).
 */
export type Background = 'passing' | 'named' | 'retold' | 'recalled';

/** Title and first sentence: what an article is about. */
const LEAD = 1;

/** The article as far as it decides what is background to it. */
export interface Outlook {
  readonly published: string | null;
  /** What its beginning shows of its being a follow-up. */
  readonly lead: ReadonlySet<RetellingKind>;
}

/** Reads what an article's beginning shows of its being a follow-up. */
export function readOutlook({ sentences, published }: Document): Outlook {
  const lead = sentences.filter(({ index, part }) => index <= LEAD && part !== 'caption');
  const kinds = lead.flatMap(({ tokens }) => retellingWords.findAll(tokens).map((m) => m.value));
  return { published, lead: new Set(kinds) };
}

/**
 * Why a draft is background to its article, null where it is news: the first reason that holds.
 *
 * @param time the piece that dates the draft
 */
export function backgroundOf(
  { published, lead }: Outlook,
  draft: Draft,
  time: Piece | null,
): Background | null {
  if (draft.background) return 'passing';
  if (!isFounded(draft, published)) return 'named';
  if (isRetold(draft, time, lead, published)) return 'retold';
  return isLookedBackOn(draft, published) ? 'recalled' : null;
}
