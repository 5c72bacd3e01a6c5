import type { Corpus, CorpusIncident } from '../../corpus/corpus.js';
import type { SampleArticle } from '../../sample/articles.js';

/** Articles that no test has had yet, and the incidents that those given out tell of. */
export class Supply {
  private given = 0;

  constructor(private readonly corpus: Corpus) {}

  /** The next ones; copies and second tellings come beside their first. */
  take(count: number): readonly SampleArticle[] {
    const { articles } = this.corpus;
    if (this.given + count > articles.length) {
      throw new Error(`The corpus has no ${count} articles left of ${articles.length}.`);
    }
    const taken = articles.slice(this.given, this.given + count);
    this.given += count;
    return taken;
  }

  /** What the line must have found by now. */
  truth(): CorpusIncident[] {
    const given = new Set(this.corpus.articles.slice(0, this.given).map(({ id }) => id));
    return this.corpus.incidents
      .map((incident) => ({
        ...incident,
        articleIds: incident.articleIds.filter((id) => given.has(id)),
      }))
      .filter(({ articleIds }) => articleIds.length > 0);
  }
}
