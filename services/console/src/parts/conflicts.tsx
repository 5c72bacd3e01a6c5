import type { Conflict, SourcedClaim } from '@tocsin/contracts';
import { ClaimLine } from './claim-line.js';

interface ConflictsProps {
  readonly conflicts: readonly Conflict[];
  readonly onChoose: (claim: SourcedClaim) => void;
}

/** What can't all be true, side by side. */
export function Conflicts({ conflicts, onChoose }: ConflictsProps) {
  if (conflicts.length === 0) return null;
  return (
    <section className="facts conflicts">
      <h2>Where sources disagree</h2>
      <dl>
        {conflicts.map(({ field, claims }) => (
          <div className="fact" key={field}>
            <dt>{field.replace('casualties.', '')}</dt>
            <dd>
              <ul className="claims">
                {claims.map((sourced, at) => (
                  <ClaimLine key={at} sourced={sourced} onChoose={onChoose} />
                ))}
              </ul>
            </dd>
          </div>
        ))}
      </dl>
    </section>
  );
}
