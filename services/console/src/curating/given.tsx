import type { CuratedIncident } from '@tocsin/contracts';
import { day } from '../model/format-time.js';

/** Who corrected it before, and why. */
export function Given({ curations }: Pick<CuratedIncident, 'curations'>) {
  if (curations.length === 0) return null;
  return (
    <ul className="given" aria-label="Corrections given before">
      {curations.map(({ commandId, action, by, reason, at }) => (
        <li key={commandId}>
          {day(at)}: {action} by {by}: {reason}
        </li>
      ))}
    </ul>
  );
}
