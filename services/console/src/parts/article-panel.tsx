import type { ArticleView, IncidentSource, SourcedClaim } from '@tocsin/contracts';
import { useEffect, useRef } from 'react';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { claimKey } from '../evidence/claim-key.js';
import { claimsIn } from '../evidence/claims-in.js';
import { highlight } from '../evidence/highlight.js';
import { day } from '../model/format-time.js';
import { Link } from '../router/link.js';
import { OutsideLink } from '../router/outside-link.js';
import { articlePath } from '../router/route.js';
import { MarkedText } from './marked-text.js';
import { Failed, Loading } from './states.js';

interface ArticlePanelProps {
  readonly articleId: string;
  /** All claims of the incident; those of other texts are left out here. */
  readonly claims: readonly SourcedClaim[];
  readonly sources: readonly IncidentSource[];
  /** Key of one of them. */
  readonly chosen: string | null;
}

const read = (id: string) => (signal: AbortSignal) =>
  getJson<ArticleView>(`/v1/articles/${encodeURIComponent(id)}`, signal);

/** The article with every quote marked, and the chosen one in sight. */
export function ArticlePanel({ articleId, ...shown }: ArticlePanelProps) {
  const answer = useAnswer(articleId, read(articleId));
  if (answer.status === 'loading') return <Loading what="the article" rows={4} />;
  if (answer.status === 'failed') return <Failed error={answer.error} retry={answer.retry} />;
  return <Shown article={answer.value} {...shown} />;
}

interface ShownProps extends Omit<ArticlePanelProps, 'articleId'> {
  readonly article: ArticleView;
}

function Shown({ article, claims, sources, chosen }: ShownProps) {
  const panel = useRef<HTMLElement>(null);
  const text = [article.title, ...article.paragraphs, ...(article.captions ?? [])].join('\n\n');
  const own = claimsIn(article.articleId, text, claims, sources);
  const { blocks, missing } = highlight(
    article,
    own.map(({ claim }) => claim),
  );
  const at = own.findIndex((claim) => claimKey(claim) === chosen);
  useEffect(() => {
    const mark = panel.current?.querySelector('mark.chosen');
    mark?.scrollIntoView({ block: 'nearest', inline: 'nearest' });
  }, [at, article.articleId]);
  return (
    <article ref={panel} className="article" aria-label="Article">
      <MarkedText blocks={blocks} chosen={at} />
      <p className="article-foot">
        {article.siteName && <span>{article.siteName}</span>}
        {article.publishedAt && (
          <time dateTime={article.publishedAt}>{day(article.publishedAt)}</time>
        )}
        {article.url && <OutsideLink url={article.url}>the page itself</OutsideLink>}
        <Link href={articlePath(article.articleId)}>its way through the line</Link>
      </p>
      {missing.length > 0 && (
        <p className="article-foot">
          {missing.length} of the quotes {missing.length === 1 ? 'is' : 'are'} of an earlier version
          of this article.
        </p>
      )}
      {article.paragraphs.length === 0 && (
        <p className="article-foot">Its text is not kept here.</p>
      )}
    </article>
  );
}
