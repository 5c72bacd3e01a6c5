import type { TermVector } from './story-vectors.js';

const DAY_MS = 86_400_000;

/** Cosine to a story's centre, faded by time, from which an article belongs to the story. */
const SAME_STORY = 0.17;

/** Days after which a likeness counts 1/e: stories have follow-ups for weeks, their look-alikes never stop. */
const FADE_DAYS = 60;

interface Story {
  readonly id: string;
  /** Square of the length of the sum of the members' vectors. */
  squares: number;
  /** Time of the newest member, ms since the epoch; null until one has a time. */
  lastAt: number | null;
}

/**
 * One-pass clustering of articles into stories: each joins the story whose centre is nearest, or founds one.
 * Feed it in the order of event time; the inverted index keeps a step to the stories that share a term.
 */
export class StoryClusterer {
  private readonly stories: Story[] = [];
  /** Per term: the stories that have it and its weight in the sum of their members' vectors. */
  private readonly index = new Map<string, Map<number, number>>();

  /** The id of the article's story: that of the article that founded it. `at`: ms since the epoch. */
  assign(articleId: string, vector: TermVector, at: number | null): string {
    const place = this.nearest(vector, at) ?? this.found(articleId);
    this.join(place, vector, at);
    return (this.stories[place] as Story).id;
  }

  private nearest(vector: TermVector, at: number | null): number | undefined {
    const dots = new Map<number, number>();
    for (const [term, weight] of vector) {
      for (const [story, sum] of this.index.get(term) ?? []) {
        dots.set(story, (dots.get(story) ?? 0) + weight * sum);
      }
    }
    let best: number | undefined;
    let bestLikeness = SAME_STORY;
    for (const [story, dot] of dots) {
      const { squares, lastAt } = this.stories[story] as Story;
      const likeness = (dot / Math.sqrt(squares)) * fading(at, lastAt);
      // Equal likeness: the older story, whatever the order of the index.
      if (likeness > bestLikeness || (likeness === bestLikeness && story < (best ?? story))) {
        [best, bestLikeness] = [story, likeness];
      }
    }
    return best;
  }

  private found(articleId: string): number {
    return this.stories.push({ id: articleId, squares: 0, lastAt: null }) - 1;
  }

  private join(place: number, vector: TermVector, at: number | null): void {
    const story = this.stories[place] as Story;
    for (const [term, weight] of vector) {
      const sums = this.index.get(term) ?? new Map<number, number>();
      const before = sums.get(place) ?? 0;
      story.squares += (before + weight) ** 2 - before ** 2;
      this.index.set(term, sums.set(place, before + weight));
    }
    if (at !== null) story.lastAt = Math.max(at, story.lastAt ?? at);
  }
}

function fading(a: number | null, b: number | null): number {
  return a === null || b === null ? 1 : Math.exp(-Math.abs(a - b) / DAY_MS / FADE_DAYS);
}
