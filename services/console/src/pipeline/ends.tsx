import type { EndView } from '@tocsin/contracts';
import { day } from '../model/format-time.js';
import { traceIdOf } from './waterfall.js';

/** How each version ended at each stage, newest first, with the trace to look for. */
export function Ends({ ends }: { readonly ends: readonly EndView[] }) {
  if (ends.length === 0) return <p className="notice">It has not ended anywhere yet.</p>;
  return (
    <section className="facts">
      <h2>How it ended</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">stage</th>
            <th scope="col">end</th>
            <th scope="col">when</th>
            <th scope="col">why</th>
            <th scope="col">trace</th>
          </tr>
        </thead>
        <tbody>
          {ends.map(({ stage, end, code, reason, at, version, traceparent }) => (
            <tr key={`${version}/${stage}`}>
              <th scope="row">{stage}</th>
              <td>
                <span className={`state ${end}`}>{end}</span>
              </td>
              <td>{day(at)}</td>
              <td>{code === 'OK' ? reason : `${code}: ${reason}`}</td>
              <td>
                <code>{traceIdOf(traceparent) ?? '–'}</code>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
    </section>
  );
}
