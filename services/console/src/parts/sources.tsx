import type { IncidentSource } from '@tocsin/contracts';
import { foldCopies } from '../evidence/fold-copies.js';
import { day } from '../model/format-time.js';

interface SourcesProps {
  readonly sources: readonly IncidentSource[];
  /** Id of the article that is shown. */
  readonly current: string | null;
  readonly onChoose: (articleId: string) => void;
}

/** Who tells of it; copies of one text are one source, folded under their original. */
export function Sources({ sources, current, onChoose }: SourcesProps) {
  const groups = foldCopies(sources);
  const line = (source: IncidentSource) => (
    <SourceLine source={source} isCurrent={source.articleId === current} onChoose={onChoose} />
  );
  return (
    <section className="sources" aria-label="Sources">
      <h2>Sources</h2>
      <ul>
        {groups.map(({ original, copies }) => (
          <li key={original.articleId}>
            {line(original)}
            {copies.length > 0 && (
              <details>
                <summary>
                  {copies.length} {copies.length === 1 ? 'copy' : 'copies'} of the same text
                </summary>
                <ul>
                  {copies.map((copy) => (
                    <li key={copy.articleId}>{line(copy)}</li>
                  ))}
                </ul>
              </details>
            )}
          </li>
        ))}
      </ul>
    </section>
  );
}

interface SourceLineProps {
  readonly source: IncidentSource;
  readonly isCurrent: boolean;
  readonly onChoose: (articleId: string) => void;
}

function SourceLine({ source, isCurrent, onChoose }: SourceLineProps) {
  return (
    <button
      type="button"
      className="source"
      aria-pressed={isCurrent}
      onClick={() => onChoose(source.articleId)}
    >
      <span className="source-title">{source.title || source.url}</span>
      <span className="source-site">
        {[source.siteName, source.publishedAt && day(source.publishedAt)]
          .filter(Boolean)
          .join(', ')}
      </span>
    </button>
  );
}
