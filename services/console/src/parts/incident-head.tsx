import type { Incident } from '@tocsin/contracts';
import { toll } from '../model/format-figures.js';
import { placeName } from '../model/format-place.js';
import { day, span } from '../model/format-time.js';
import { kindOf, titleOf } from '../model/incident-kind.js';
import { KindSign } from './kind-sign.js';

interface IncidentHeadProps {
  readonly incident: Incident;
  /** The id of the address: of one that was merged into this, perhaps. */
  readonly askedId: string;
}

/** The incident in one glance. */
export function IncidentHead({ incident, askedId }: IncidentHeadProps) {
  const { when, where, casualties, summary, evidence, lifecycle, retraction } = incident;
  const tolled = toll(casualties);
  return (
    <header className="incident-head">
      <h1>
        <KindSign kind={kindOf(incident)} />
        {titleOf(incident)}
        <span className="where"> {placeName(where)}</span>
      </h1>
      <p className="at-a-glance">
        <span>{span(when)}</span>
        {tolled && <strong>{tolled}</strong>}
        <span className={`tag ${evidence}`}>{evidence}</span>
        <Sourced incident={incident} />
        <span>revision {incident.revision}</span>
      </p>
      {askedId !== incident.incidentId && (
        <p className="banner">The incident that you asked for was merged into this one.</p>
      )}
      {lifecycle === 'retracted' && (
        <p className="banner" role="note">
          Retracted{retraction && ` on ${day(retraction.at)}: ${retraction.reason}`}
        </p>
      )}
      <blockquote className="summary">{summary}</blockquote>
    </header>
  );
}

function Sourced({
  incident: { independentSourceCount, articleCount },
}: {
  readonly incident: Incident;
}) {
  return (
    <span>
      {independentSourceCount} {independentSourceCount === 1 ? 'source' : 'sources'} in{' '}
      {articleCount} {articleCount === 1 ? 'article' : 'articles'}
    </span>
  );
}
