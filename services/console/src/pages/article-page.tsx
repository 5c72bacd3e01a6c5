import type { ArticleView } from '@tocsin/contracts';
import type { ListedIncident } from '../model/listed-incident.js';
import { readAbilities } from '../api/abilities.js';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { highlight } from '../evidence/highlight.js';
import { day } from '../model/format-time.js';
import { IncidentList } from '../parts/incident-list.js';
import { MarkedText } from '../parts/marked-text.js';
import { Failed, Loading } from '../parts/states.js';
import { Ends } from '../pipeline/ends.js';
import { Waterfall } from '../pipeline/waterfall-chart.js';
import { OutsideLink } from '../router/outside-link.js';
import { useTitle } from './use-title.js';
import '../styles/incident.css';
import '../styles/pipeline.css';

interface Loaded {
  readonly article: ArticleView;
  readonly incidents: readonly ListedIncident[];
}

/** The article, and the incidents that it tells of where this API can be asked for them. */
async function load(id: string, signal: AbortSignal): Promise<Loaded> {
  const article = await getJson<ArticleView>(`/v1/articles/${encodeURIComponent(id)}`, signal);
  const { incidentParameters } = await readAbilities();
  if (!incidentParameters.has('article')) return { article, incidents: [] };
  const query = new URLSearchParams({ article: id, limit: '50' });
  const { items } = await getJson<{ items: ListedIncident[] }>(`/v1/incidents?${query}`, signal);
  return { article, incidents: items };
}

/** One article: its way through the line, how it ended, its text. */
export default function ArticlePage({ id }: { readonly id: string }) {
  const answer = useAnswer(id, (signal) => load(id, signal));
  return (
    <main id="main" className="page">
      {answer.status === 'loading' && <Loading what="the article" />}
      {answer.status === 'failed' && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === 'ready' && <Told {...answer.value} />}
    </main>
  );
}

const NOBODY: ReadonlySet<string> = new Set();

function Told({ article, incidents }: Loaded) {
  const title = article.title || article.url || article.articleId;
  useTitle(title);
  return (
    <>
      <header className="incident-head">
        <h1>{title}</h1>
        <p className="at-a-glance">
          {article.siteName && <span>{article.siteName}</span>}
          {article.publishedAt && <span>{day(article.publishedAt)}</span>}
          {article.url && <OutsideLink url={article.url}>the page itself</OutsideLink>}
          {article.syndication && article.syndication.reason !== 'original' && (
            <span>{article.syndication.reason.replaceAll('-', ' ')} of another article</span>
          )}
        </p>
      </header>
      {article.hops[0] && <Waterfall hops={article.hops[0]} />}
      <Ends ends={article.ends} />
      {incidents.length > 0 && (
        <section className="facts">
          <h2>Incidents that it tells of</h2>
          <IncidentList items={incidents} fresh={NOBODY} />
        </section>
      )}
      {article.paragraphs.length > 0 && (
        <section className="facts">
          <h2>Text</h2>
          <div className="article whole">
            <MarkedText blocks={highlight(article, []).blocks} chosen={-1} />
          </div>
        </section>
      )}
    </>
  );
}
