import type { CurationChange } from '@tocsin/contracts';
import { incidentPath } from '../router/route.js';
import { Link } from '../router/link.js';

/** What a command would do, one line for each incident. */
export function Changes({ changes }: { readonly changes: readonly CurationChange[] }) {
  return (
    <ul className="changes" aria-label="What it would do">
      {changes.map((change) => (
        <li key={change.incidentId}>
          <strong>{effectOf(change)}</strong>: {change.summary}
          {change.place !== null && `, ${change.place}`}
          {change.killed !== null && `, ${change.killed} killed`} ({change.articleCount} articles){' '}
          <Link href={incidentPath(change.incidentId)}>{change.incidentId.slice(0, 8)}</Link>
        </li>
      ))}
    </ul>
  );
}

export function effectOf({
  lifecycle,
  change,
  mergedInto,
  linked,
  unlinked,
}: CurationChange): string {
  if (lifecycle === 'merged') return `goes into ${mergedInto?.slice(0, 8) ?? 'another'}`;
  if (lifecycle === 'retracted') return 'is retracted';
  if (change === 'split' || change === 'created') return 'is an incident of its own';
  return `stays, gains ${linked} mentions, loses ${unlinked}`;
}
