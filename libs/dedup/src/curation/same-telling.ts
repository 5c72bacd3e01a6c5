import type { Mention } from '@tocsin/contracts';
import { namesShared, wordsShared } from '../linking/people-likeness.js';
import { mayBeOnePlace } from '../linking/place-likeness.js';
import { typeLikeness } from '../linking/type-likeness.js';
import { dayOf } from '../linking/when-span.js';
import { byText } from '../order.js';

/** Less than this, of at most 1, and an article tells of something else now. */
const SAME = 0.5;

/**
 * How much two mentions of one article, of two versions or by two extractors, are the same telling: 0 to 1. Unlike
 * the score of a link it may rest on the sentence alone: what a new extractor reads anew is often the type or place.
 */
export function tellingLikeness(a: Mention, b: Mention): number {
  if (a.kind !== b.kind) return 0;
  if (a.mentionId === b.mentionId) return 1;
  const parts: readonly (readonly [weight: number, likeness: number | null])[] = [
    [3, wordsShared(a, b)],
    [2, typeAgreement(a, b)],
    [2, dayAgreement(a, b)],
    [2, placeAgreement(a, b)],
    [1, tollAgreement(a, b)],
    [2, agreement(namesShared(a.victims, b.victims))],
  ];
  const told = parts.filter((part): part is readonly [number, number] => part[1] !== null);
  const weight = told.reduce((sum, [each]) => sum + each, 0);
  return told.reduce((sum, [each, likeness]) => sum + each * likeness, 0) / weight;
}

/**
 * The mention that each earlier one goes on in, best pairs first and each at most once; those that the article tells no
 * longer are left out.
 * @param earlier and now: of one article
 */
export function successorsOf(
  earlier: readonly Mention[],
  now: readonly Mention[],
): Map<string, string> {
  const pairs = earlier
    .flatMap((a) => now.map((b) => ({ a, b, likeness: tellingLikeness(a, b) })))
    .filter(({ likeness }) => likeness >= SAME)
    .sort(
      (x, y) =>
        y.likeness - x.likeness ||
        // Two of one article may be told so alike that each might be the other: what is still there is itself.
        Number(isItself(y)) - Number(isItself(x)) ||
        byText(x.a.mentionId, y.a.mentionId) ||
        byText(x.b.mentionId, y.b.mentionId),
    );
  const successors = new Map<string, string>();
  const taken = new Set<string>();
  for (const { a, b } of pairs) {
    if (successors.has(a.mentionId) || taken.has(b.mentionId)) continue;
    successors.set(a.mentionId, b.mentionId);
    taken.add(b.mentionId);
  }
  return successors;
}

const isItself = ({ a, b }: { readonly a: Mention; readonly b: Mention }) =>
  a.mentionId === b.mentionId;

const agreement = (agrees: boolean | null) => (agrees === null ? null : agrees ? 1 : 0);

function typeAgreement({ what: a }: Mention, { what: b }: Mention): number {
  if (a.hazardType === b.hazardType && a.acledSubEventType === b.acledSubEventType) return 1;
  return typeLikeness(a, b) === null ? 0 : 0.5;
}

function dayAgreement({ when: a }: Mention, { when: b }: Mention): number | null {
  const [x, y] = [dayOf(a.end), dayOf(b.end)];
  return x === null || y === null ? null : Math.max(0, 1 - Math.abs(x - y) / 2);
}

function placeAgreement({ where: a }: Mention, { where: b }: Mention): number | null {
  if (a.place === null || b.place === null) return null;
  if (a.place === b.place || (a.geonameId !== null && a.geonameId === b.geonameId)) return 1;
  return mayBeOnePlace(a, b) ? 0.5 : 0;
}

/** A toll that rose is the same toll; one that was not read says nothing. */
function tollAgreement({ casualties: a }: Mention, { casualties: b }: Mention): number | null {
  const [x, y] = [a.killed?.best ?? null, b.killed?.best ?? null];
  return x === null || y === null ? null : x === y ? 1 : 0.5;
}
