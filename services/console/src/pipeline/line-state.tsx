import type { StageState } from '@tocsin/contracts';
import { count } from '../model/format-figures.js';
import { ago, duration } from '../model/format-time.js';

/** How each stage is: its rate, what waits and since when, what it gave up. */
export function LineState({
  stages,
  at,
}: {
  readonly stages: readonly StageState[];
  readonly at: string;
}) {
  return (
    <section className="line-state">
      <h2>Stages</h2>
      <div className="wide" role="region" aria-label="Table of stages" tabIndex={0}>
        <table>
          <thead>
            <tr>
              <th scope="col">stage</th>
              <th scope="col">a minute</th>
              <th scope="col">waiting</th>
              <th scope="col">since</th>
              <th scope="col">retried later</th>
              <th scope="col">dead letters</th>
              <th scope="col">last through</th>
              <th scope="col">troubles, last hour</th>
            </tr>
          </thead>
          <tbody>
            {stages.map((stage) => (
              <tr key={stage.stage}>
                <th scope="row">
                  <span className={`state ${healthOf(stage)}`}>{stage.stage}</span>
                </th>
                <td>{stage.perMinute === null ? '…' : stage.perMinute.toFixed(1)}</td>
                <td>{stage.stage === 'fetch' ? '–' : count(stage.lag)}</td>
                <td>{waitOf(stage)}</td>
                <td>{stage.stage === 'fetch' ? '–' : count(stage.retrying)}</td>
                <td>{stage.stage === 'fetch' ? '–' : count(stage.deadLetters)}</td>
                <td>{stage.lastAt === null ? 'never' : ago(stage.lastAt, Date.parse(at))}</td>
                <td>{troublesOf(stage)}</td>
              </tr>
            ))}
          </tbody>
        </table>
      </div>
    </section>
  );
}

/** Ten minutes behind is what an operator is woken for. */
const LATE_S = 600;

export function healthOf({ blownFuses, lagSeconds }: StageState): 'active' | 'failing' {
  return blownFuses > 0 || (lagSeconds ?? 0) > LATE_S ? 'failing' : 'active';
}

const waitOf = ({ stage, lagSeconds }: StageState): string => {
  if (stage === 'fetch' || lagSeconds === 0) return '–';
  return lagSeconds === null ? 'unknown' : duration(lagSeconds * 1_000);
};

export function troublesOf({ troubles, blownFuses }: StageState): string {
  const { rejected, failed, deadLettered } = troubles;
  const parts = [
    blownFuses > 0 && `${blownFuses} stand still`,
    rejected > 0 && `${count(rejected)} rejected`,
    failed > 0 && `${count(failed)} failed`,
    deadLettered > 0 && `${count(deadLettered)} given up`,
  ];
  return parts.filter(Boolean).join(', ') || 'none';
}
