import type { Attribution } from '@tocsin/contracts';
import type { Sentence } from '../text/document.js';
import { weaker } from './lexicon.js';
import type { AttributedPart, SentenceAttribution } from './read-attribution.js';
import { isAnaphor } from './source.js';

interface Told {
  readonly sentence: Sentence;
  readonly attribution: SentenceAttribution;
}

/**
 * Carries sources from sentence to sentence: "he added" is the one who spoke last, and a sentence inside
 * a quotation that was opened before it is its speaker's. Returns one attribution for each sentence.
 */
export function carryAttribution(told: readonly Told[]): SentenceAttribution[] {
  let speaker: Attribution | null = null;
  let open = false;
  let paragraph = -1;
  return told.map(({ sentence, attribution }) => {
    // A quotation that runs over paragraphs opens again at each; a speaker is remembered as long.
    if (sentence.paragraph > paragraph + 1) speaker = null;
    const began = open || startsQuoted(sentence);
    const carried = resolve(attribution, speaker, began);
    const last = carried.chain.findLast((link) => !isAnaphor(link));
    if (last) {
      speaker = last;
      paragraph = sentence.paragraph;
    }
    open = staysOpen(sentence, open);
    return carried;
  });
}

function resolve(
  attribution: SentenceAttribution,
  speaker: Attribution | null,
  quoted: boolean,
): SentenceAttribution {
  const silent = attribution.chain.length === 0;
  if (silent && !(quoted && speaker)) return attribution;
  if (!silent && !attribution.chain.some(isAnaphor)) return attribution;
  const chainOf = (chain: readonly Attribution[]): Attribution[] =>
    chain.length === 0 && silent && speaker
      ? [speaker]
      : chain.flatMap((link) => (isAnaphor(link) ? (speaker ?? []) : [link]));
  const parts = attribution.parts.map((part): AttributedPart => ({
    ...part,
    chain: chainOf(part.chain),
    hedge: silent ? weaker(part.hedge, 'reported') : part.hedge,
  }));
  const hedge = parts.map((part) => part.hedge).reduce(weaker);
  return { ...attribution, parts, chain: chainOf(attribution.chain), hedge };
}

const startsQuoted = ({ tokens }: Pick<Sentence, 'tokens'>): boolean =>
  /^["“]$/.test(tokens[0]?.low ?? '');

/** Whether a quotation is still open behind a sentence; straight marks open and close in turn. */
function staysOpen({ tokens }: Sentence, before: boolean): boolean {
  let open = before && !startsQuoted({ tokens });
  for (const { low } of tokens) {
    if (low === '“') open = true;
    else if (low === '”') open = false;
    else if (low === '"') open = !open;
  }
  return open;
}
