import { createHash } from 'node:crypto';
import { seeded } from '../../../corpus/random.js';
import type { FullCase } from '../../part-scorer.js';
import { between, shuffled, type Draft, type Random } from './draft.js';
import {
  cutEnd,
  cutHead,
  dress,
  FRAMED_SITES,
  merge,
  reorder,
  retitle,
  SITES,
  subEdit,
  update,
} from './edits.js';
import { notices, originals, shortItems, type Original } from './originals.js';
import { spin } from './spin.js';

/** What an article is to its group. */
type Reason = 'original' | 'exact-copy' | 'near-copy' | 'rewrite' | 'update';

interface Copy {
  readonly edit: string;
  readonly reason: Reason;
  readonly draft: Draft;
}

const MINUTE_MS = 60_000;
const NOTICES_OF_EACH = 12;

/**
 * Originals with ten edited copies of each, and what must not be taken for copies: several articles of one story,
 * items that share their site's boilerplate, notices that share a template.
 */
export function makeSyndication(split: string): FullCase[] {
  const random = seeded(createHash('sha256').update(split).digest().readUInt32LE(0));
  const sources = originals(random);
  const copied = sources.flatMap((original, at) => [
    toCase(original, { edit: 'original', reason: 'original', draft: original }),
    ...copiesOf(original, sources[(at + 1) % sources.length] as Original, random).map((copy) =>
      toCase(original, copy),
    ),
  ]);
  const alone = [...shortItems(random), ...notices(random, NOTICES_OF_EACH)].map((original) =>
    toCase(original, { edit: 'alone', reason: 'original', draft: original }),
  );
  return [...copied, ...alone];
}

function copiesOf(original: Original, other: Original, random: Random): Copy[] {
  // Each copy on a site of its own: what a site has twice is its update.
  const others = shuffled(
    random,
    SITES.filter((site) => site !== original.site),
  );
  const framed = others.find((site) => FRAMED_SITES.includes(site)) as string;
  const plain = others.filter((site) => site !== framed);
  const elsewhere = () => later(original, random, plain.pop());
  const whole = original.paragraphs.join(' ');
  // Now and then an edit finds nothing to change.
  const near = (edit: string, draft: Draft): Copy => ({
    edit,
    reason: draft.paragraphs.join(' ') === whole ? 'exact-copy' : 'near-copy',
    draft,
  });
  const merged = merge(elsewhere(), other, random);
  return [
    { edit: 'same', reason: 'exact-copy', draft: retitle(elsewhere(), random) },
    near('cut-end', cutEnd(retitle(elsewhere(), random), random)),
    near('cut-head', cutHead(elsewhere(), random)),
    near('reordered', reorder(elsewhere(), random)),
    near('dressed', dress(later(original, random, framed), random)),
    near('sub-edited', subEdit(elsewhere(), random)),
    near('updated-elsewhere', update(elsewhere(), random)),
    near('merged', {
      ...merged,
      publishedAt: Math.max(merged.publishedAt, other.publishedAt + MINUTE_MS),
    }),
    { edit: 'updated', reason: 'update', draft: update(later(original, random), random) },
    { edit: 'spun', reason: 'rewrite', draft: spin(elsewhere(), random, 0.75) },
    { edit: 'spun-hard', reason: 'rewrite', draft: spin(elsewhere(), random, 1) },
  ];
}

/** Up to three days later. */
function later(original: Original, random: Random, site = original.site): Draft {
  return {
    ...original,
    site,
    publishedAt: original.publishedAt + between(random, 1, 4_320) * MINUTE_MS,
  };
}

function toCase({ name }: Original, { edit, reason, draft }: Copy): FullCase {
  const id = edit === 'original' || edit === 'alone' ? name : `${name}/${edit}`;
  const site = draft.site.toLowerCase().replaceAll(' ', '-');
  return {
    id,
    input: {
      url: `https://${site}.example/${createHash('sha256').update(id).digest('hex').slice(0, 12)}`,
      title: draft.title,
      text: draft.paragraphs.join('\n\n'),
      language: 'en',
      publish_date: new Date(draft.publishedAt).toISOString(),
    },
    expected: { cluster: name, reason, edit },
  };
}
