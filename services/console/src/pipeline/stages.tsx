import type { Stats } from '@tocsin/contracts';
import { duration } from '../model/format-time.js';

const STAGES = ['fetch', 'extract', 'deduplicate', 'store'] as const;
const WORDS: Readonly<Record<(typeof STAGES)[number], string>> = {
  fetch: 'from the response to the queue',
  extract: 'to its text and incidents',
  deduplicate: 'to its copies and matches',
  store: 'to this database',
};

/** How long each hop takes: the middle article, and the slowest of a hundred. */
export function Stages({ hops }: Pick<Stats, 'hops'>) {
  const longest = Math.max(1, ...STAGES.map((stage) => hops[stage].p99 ?? 0));
  return (
    <section className="stages">
      <h2>Time in each stage</h2>
      <table>
        <thead>
          <tr>
            <th scope="col">stage</th>
            <th scope="col">half within</th>
            <th scope="col">99 % within</th>
            <th scope="col" aria-label="picture" />
          </tr>
        </thead>
        <tbody>
          {STAGES.map((stage) => {
            const { p50, p99 } = hops[stage];
            return (
              <tr key={stage}>
                <th scope="row">
                  {stage} <span>{WORDS[stage]}</span>
                </th>
                <td>{p50 === null ? '–' : duration(p50)}</td>
                <td>{p99 === null ? '–' : duration(p99)}</td>
                <td className="picture">
                  <svg viewBox="0 0 100 10" preserveAspectRatio="none" aria-hidden="true">
                    <rect className="p99" width={((p99 ?? 0) / longest) * 100} height={10} />
                    <rect className="p50" width={((p50 ?? 0) / longest) * 100} height={10} />
                  </svg>
                </td>
              </tr>
            );
          })}
        </tbody>
      </table>
    </section>
  );
}
