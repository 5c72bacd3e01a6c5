import type { Stats } from '@tocsin/contracts';
import { count } from '../model/format-figures.js';
import { ratePerMinute, type Reading } from './rates.js';

interface NumbersProps {
  readonly stats: Stats;
  /** Of the articles stored. */
  readonly readings: readonly Reading[];
}

/** What came of every address that was asked for. */
export function Numbers({ stats, readings }: NumbersProps) {
  const rate = ratePerMinute(readings);
  const { articles, incidents, pending, rejected, failed, deadLetters } = stats;
  return (
    <dl className="numbers">
      <Figure
        name="articles stored"
        value={articles}
        note={
          rate === null ? 'measuring the rate …' : `${rate.toFixed(rate < 10 ? 1 : 0)} a minute`
        }
      />
      <Figure name="incidents" value={incidents} note="active" />
      <Figure name="on their way" value={pending} note="fetched, not yet stored" />
      <Figure name="rejected" value={rejected} note="no article, or not allowed" />
      <Figure name="failed" value={failed} note="not to be had" isBad={failed > 0} />
      <Figure name="dead letters" value={deadLetters} note="given up" isBad={deadLetters > 0} />
    </dl>
  );
}

interface FigureProps {
  readonly name: string;
  readonly value: number;
  readonly note: string;
  readonly isBad?: boolean;
}

function Figure({ name, value, note, isBad = false }: FigureProps) {
  return (
    <div className={isBad ? 'number bad' : 'number'}>
      <dt>{name}</dt>
      <dd>
        <strong>{count(value)}</strong>
        <span>{note}</span>
      </dd>
    </div>
  );
}
