import type { FeedSummary } from '@tocsin/contracts';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { ago } from '../model/format-time.js';
import { Failed, Loading } from '../parts/states.js';
import { OutsideLink } from '../router/outside-link.js';

const REFRESH_MS = 10_000;
const read = (signal: AbortSignal) =>
  getJson<{ feeds: readonly FeedSummary[] }>('/v1/feeds?limit=200', signal);

/** Every source with its health, and why it is quiet. */
export function Feeds() {
  const answer = useAnswer('feeds', read, REFRESH_MS);
  return (
    <section className="feeds">
      <h2>Feeds</h2>
      {answer.status === 'loading' && <Loading what="the feeds" rows={3} />}
      {answer.status === 'failed' && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === 'ready' &&
        (answer.value.feeds.length === 0 ? (
          <p className="notice">There are none yet: npx tocsin feeds add …</p>
        ) : (
          <FeedTable feeds={answer.value.feeds} />
        ))}
    </section>
  );
}

export function FeedTable({ feeds }: { readonly feeds: readonly FeedSummary[] }) {
  const now = Date.now();
  const since = (iso: string | null) => (iso === null ? 'never' : ago(iso, now));
  return (
    <table>
      <thead>
        <tr>
          <th scope="col">feed</th>
          <th scope="col">state</th>
          <th scope="col">asked</th>
          <th scope="col">news</th>
          <th scope="col">failures</th>
          <th scope="col">why</th>
        </tr>
      </thead>
      <tbody>
        {feeds.map((feed) => (
          <tr key={feed.id}>
            <th scope="row">
              <OutsideLink url={feed.url}>{feed.title || feed.url}</OutsideLink>
            </th>
            <td>
              <span className={`state ${feed.failures > 0 ? 'failing' : feed.state}`}>
                {feed.state}
              </span>
            </td>
            <td>{since(feed.polledAt)}</td>
            <td>{since(feed.changedAt)}</td>
            <td>{feed.failures}</td>
            <td>{feed.stateReason ?? feed.reason ?? ''}</td>
          </tr>
        ))}
      </tbody>
    </table>
  );
}
