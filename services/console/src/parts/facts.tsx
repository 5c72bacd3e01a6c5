import type { IncidentSource, SourcedClaim } from '@tocsin/contracts';
import { claimKey } from '../evidence/claim-key.js';
import type { Fact, FactSection } from '../evidence/facts.js';
import { ClaimLine } from './claim-line.js';

interface FactsProps {
  readonly sections: readonly FactSection[];
  readonly sources: readonly IncidentSource[];
  /** Key of the claim that is shown in its article. */
  readonly chosen: string | null;
  readonly onChoose: (claim: SourcedClaim) => void;
}

/** What, where, when, who, how many; under each value the quotes that it rests on. */
export function Facts({ sections, ...rest }: FactsProps) {
  return (
    <>
      {sections.map(({ title, facts }) => (
        <section key={title} className="facts">
          <h2>{title}</h2>
          <dl>
            {facts.map((fact, at) => (
              <FactRow key={at} fact={fact} {...rest} />
            ))}
          </dl>
        </section>
      ))}
    </>
  );
}

type FactRowProps = Omit<FactsProps, 'sections'> & { readonly fact: Fact };

function FactRow({
  fact: { label, value, notes, claims },
  sources,
  chosen,
  onChoose,
}: FactRowProps) {
  return (
    <div className="fact">
      <dt>{label}</dt>
      <dd>
        <span className="value">{value}</span>
        {notes.length > 0 && <span className="notes">{notes.join(' · ')}</span>}
        {claims.length > 0 && (
          <ul className="claims">
            {claims.map((sourced, at) => (
              <ClaimLine
                key={at}
                sourced={sourced}
                source={sources.find(({ articleId }) => articleId === sourced.articleId)}
                isChosen={claimKey(sourced) === chosen}
                onChoose={onChoose}
              />
            ))}
          </ul>
        )}
      </dd>
    </div>
  );
}
