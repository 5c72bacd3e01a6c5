import type { HistoryEntry } from '../history/revision-history.js';
import { day } from '../model/format-time.js';

/** How it became what it is, newest first. */
export function History({ entries }: { readonly entries: readonly HistoryEntry[] }) {
  return (
    <section className="history" aria-label="History">
      <h2>History</h2>
      <ol>
        {entries.map(({ revision, at, headline, reason, lines }) => (
          <li key={revision}>
            <p className="entry-head">
              <strong>{headline}</strong>
              <time dateTime={at}>{day(at)}</time>
              <span>revision {revision}</span>
            </p>
            <ul>
              {lines.map(({ label, before, after, who }) => (
                <li key={label}>
                  <span className="label">{label}</span>
                  {before !== null && <s>{before}</s>}
                  {before !== null && <span aria-label="became"> → </span>}
                  <b>{after}</b>
                  {who && <span className="who">, {who}</span>}
                </li>
              ))}
            </ul>
            <p className="reason">{reason}</p>
          </li>
        ))}
      </ol>
    </section>
  );
}
