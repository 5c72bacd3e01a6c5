import type { IncidentSource, SourcedClaim } from '@tocsin/contracts';
import { whoSays } from '../evidence/who-says.js';
import { day } from '../model/format-time.js';

interface ClaimLineProps {
  readonly sourced: SourcedClaim;
  readonly source?: IncidentSource | undefined;
  readonly isChosen?: boolean;
  readonly onChoose: (claim: SourcedClaim) => void;
}

/** One quote with who says so, how firmly, and where it was printed. It opens the article at the quote. */
export function ClaimLine({ sourced, source, isChosen = false, onChoose }: ClaimLineProps) {
  const { claim } = sourced;
  const who = whoSays(claim.attribution);
  return (
    <li className="claim">
      <button
        type="button"
        className="quote"
        aria-pressed={isChosen}
        title="Show in the article"
        onClick={() => onChoose(sourced)}
      >
        <q>{claim.quote}</q>
      </button>
      <span className="says">
        {who && <span>{who}</span>}
        <span className={`tag ${claim.hedge}`}>{claim.hedge}</span>
        {claim.part !== 'body' && <span>in the {claim.part}</span>}
        {source && (
          <span>
            {source.siteName ?? source.url}
            {source.publishedAt && `, ${day(source.publishedAt)}`}
          </span>
        )}
      </span>
    </li>
  );
}
