import type { ListedIncident } from '../model/listed-incident.js';
import { useState, type KeyboardEvent } from 'react';
import { toll } from '../model/format-figures.js';
import { shortPlace } from '../model/format-place.js';
import { span } from '../model/format-time.js';
import { kindOf, titleOf } from '../model/incident-kind.js';
import { Link } from '../router/link.js';
import { incidentPath } from '../router/route.js';
import { KindSign } from './kind-sign.js';

interface IncidentListProps {
  readonly items: readonly ListedIncident[];
  readonly fresh: ReadonlySet<string>;
  /** The incident that is pointed at, here or on the map. */
  readonly pointed?: string | null;
  readonly onPoint?: (id: string | null) => void;
}

/** Rows are drawn so many at a time: a thousand at once would make typing in a filter stutter. */
const ROWS_AT_ONCE = 100;

/** Up and down go from row to row, as Tab does. */
function walk(event: KeyboardEvent<HTMLElement>): void {
  const step = { ArrowDown: 1, ArrowUp: -1 }[event.key];
  if (step === undefined) return;
  const rows = [...event.currentTarget.querySelectorAll<HTMLElement>('a.row')];
  const next = rows[rows.indexOf(document.activeElement as HTMLElement) + step];
  if (!next) return;
  event.preventDefault();
  next.focus();
}

/** The same as on the map, for those who read, hear or type. */
export function IncidentList({
  items,
  fresh,
  pointed = null,
  onPoint = () => {},
}: IncidentListProps) {
  const [rows, setRows] = useState(ROWS_AT_ONCE);
  return (
    <>
      <ol className="incident-list" onKeyDown={walk}>
        {items.slice(0, rows).map((incident) => (
          <li key={incident.incidentId}>
            <Row
              incident={incident}
              isFresh={fresh.has(incident.incidentId)}
              isPointed={incident.incidentId === pointed}
              onPoint={onPoint}
            />
          </li>
        ))}
      </ol>
      {items.length > rows && (
        <button type="button" className="more" onClick={() => setRows(rows + ROWS_AT_ONCE)}>
          Show {Math.min(ROWS_AT_ONCE, items.length - rows)} more
        </button>
      )}
    </>
  );
}

interface RowProps {
  readonly incident: ListedIncident;
  readonly isFresh: boolean;
  readonly isPointed: boolean;
  readonly onPoint: (id: string | null) => void;
}

function Row({ incident, isFresh, isPointed, onPoint }: RowProps) {
  const { incidentId, when, where, casualties, evidence, independentSourceCount } = incident;
  const tolled = toll(casualties);
  const point = () => onPoint(incidentId);
  const leave = () => onPoint(null);
  const classes = ['row', isFresh && 'fresh', isPointed && 'pointed'].filter(Boolean).join(' ');
  return (
    <Link
      href={incidentPath(incidentId)}
      className={classes}
      onMouseEnter={point}
      onMouseLeave={leave}
      onFocus={point}
      onBlur={leave}
    >
      <KindSign kind={kindOf(incident)} />
      <strong className="row-title">{titleOf(incident)}</strong>
      {tolled && <span className="row-toll">{tolled}</span>}
      <span className="row-where">
        <span>
          {shortPlace(where)} · {span(when)}
        </span>
        <span className="row-sources">
          {independentSourceCount} {independentSourceCount === 1 ? 'source' : 'sources'}
        </span>
      </span>
      <span className="row-summary">{incident.summary}</span>
      {(isFresh || evidence !== 'candidate') && (
        <span className="row-foot">
          {isFresh && <span className="tag new">new</span>}
          {evidence !== 'candidate' && <span className={`tag ${evidence}`}>{evidence}</span>}
        </span>
      )}
    </Link>
  );
}
