import type { HopsView } from '@tocsin/contracts';
import { day, duration } from '../model/format-time.js';
import { stepsOf } from './waterfall.js';

/** The hops of one version under each other, each where it began and as long as it took. */
export function Waterfall({ hops }: { readonly hops: HopsView }) {
  const steps = stepsOf(hops);
  const total = Math.max(1, ...steps.map(({ endMs }) => endMs));
  return (
    <section className="facts">
      <h2>Its way through the line</h2>
      <table className="waterfall">
        <caption className="hidden">
          HopsView of the newest version, fetched {day(hops.fetchedAt)}
        </caption>
        <tbody>
          {steps.map(({ stage, startMs, endMs }) => (
            <tr key={stage}>
              <th scope="row">{stage}</th>
              <td>{duration(endMs - startMs)}</td>
              <td className="picture">
                <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                  <rect
                    className="p50"
                    x={(startMs / total) * 100}
                    width={Math.max(0.4, ((endMs - startMs) / total) * 100)}
                    height={10}
                  />
                </svg>
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <p className="article-foot">
        fetched {day(hops.fetchedAt)}
        {steps.length > 0 && `, ${duration(total)} in all`}
      </p>
    </section>
  );
}
