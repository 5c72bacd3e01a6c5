import type { Article } from '@tocsin/contracts';

const segmenter = new Intl.Segmenter('en', { granularity: 'sentence' });

/** Articles of exactly `sentences` sentences, made of the list's paragraphs in their order. */
export function ofSentences(
  sentences: number,
  articles: readonly Article[],
  count: number,
): Article[] {
  const made: Article[] = [];
  let paragraphs: string[] = [];
  let open = 0;
  for (const article of articles) {
    for (const paragraph of article.paragraphs) {
      const own = [...segmenter.segment(paragraph)].map(({ segment }) => segment);
      const taken = own.slice(0, sentences - open);
      paragraphs.push(taken.join('').trimEnd());
      open += taken.length;
      if (open < sentences) continue;
      made.push({ ...article, title: '', paragraphs, captions: [] });
      if (made.length === count) return made;
      paragraphs = [];
      open = 0;
    }
  }
  return made;
}

/** Of one length of text: what it took. */
export interface Growth {
  readonly sentences: number;
  /** CPU milliseconds of an article of that many sentences. */
  readonly cpuMs: number;
}

/**
 * The exponent of the growth: the slope of log time over log length by least squares; 1 is linear, 2
 * quadratic.
 */
export function slopeOf(growth: readonly Growth[]): number {
  const x = growth.map(({ sentences }) => Math.log(sentences));
  const y = growth.map(({ cpuMs }) => Math.log(cpuMs));
  const mean = (values: readonly number[]) => values.reduce((a, b) => a + b, 0) / values.length;
  const [mx, my] = [mean(x), mean(y)];
  const over = x.reduce((sum, each, i) => sum + (each - mx) * (y[i]! - my), 0);
  return over / x.reduce((sum, each) => sum + (each - mx) ** 2, 0);
}
