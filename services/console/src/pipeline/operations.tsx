import type { Operation } from '@tocsin/contracts';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { day } from '../model/format-time.js';

const REFRESH_MS = 10_000;
const read = (signal: AbortSignal) =>
  getJson<{ items: readonly Operation[] }>('/v1/operations?limit=20', signal);

/** Who had what done, when and why; nothing where nobody did or one may not know. */
export function Operations() {
  const answer = useAnswer('operations', read, REFRESH_MS);
  if (answer.status !== 'ready' || answer.value.items.length === 0) return null;
  return <OperationTable items={answer.value.items} />;
}

export function OperationTable({ items }: { readonly items: readonly Operation[] }) {
  return (
    <section className="operations">
      <h2>Done by operators</h2>
      <div className="wide" role="region" aria-label="Table of operations" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">what</th>
              <th scope="col">when</th>
              <th scope="col">by</th>
              <th scope="col">why</th>
              <th scope="col">came to</th>
            </tr>
          </thead>
          <tbody>
            {items.map(({ id, kind, state, begunAt, by, reason, counts, error }) => (
              <tr key={id}>
                <th scope="row">
                  <span className={`state ${state === 'done' ? 'stored' : state}`}>{kind}</span>
                </th>
                <td>{day(begunAt)}</td>
                <td>{by}</td>
                <td>{reason}</td>
                <td>
                  {[...Object.entries(counts).map(([name, n]) => `${name} ${n}`), error]
                    .filter(Boolean)
                    .join(', ') || state}
                </td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}
