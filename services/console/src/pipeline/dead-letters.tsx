import type { DeadLetterItem, PipelineState } from '@tocsin/contracts';
import { useState } from 'react';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { ago } from '../model/format-time.js';
import { Failed, Loading } from '../parts/states.js';
import { articlePath } from '../router/route.js';
import { Link } from '../router/link.js';
import {
  apiFilter,
  CLASSES,
  EVERY_LETTER,
  lettersUrl,
  type LetterFilter,
} from './letter-filter.js';
import { Payload } from './payload.js';
import { Redrive } from './redrive.js';

interface Page {
  readonly items: readonly DeadLetterItem[];
  readonly nextCursor: string | null;
}

/** What was given up and why, the record itself, and the way back. */
export function DeadLetters({ readings }: Pick<PipelineState, 'readings'>) {
  const [filter, setFilter] = useState(EVERY_LETTER);
  const [cursor, setCursor] = useState<string | null>(null);
  const [chosen, setChosen] = useState<string | null>(null);
  const url = lettersUrl(filter, cursor);
  const answer = useAnswer(url, (signal) => getJson<Page>(url, signal));
  const change = (changes: Partial<LetterFilter>) => {
    setFilter({ ...filter, ...changes });
    setCursor(null);
    setChosen(null);
  };
  const isFiltered = Object.keys(apiFilter(filter)).length > 0;
  return (
    <section className="dead-letters">
      <h2>Dead letters</h2>
      <LetterFilters filter={filter} readings={readings} onChange={change} />
      {answer.status === 'loading' && <Loading what="the dead letters" rows={2} />}
      {answer.status === 'failed' && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === 'ready' && (
        <>
          {answer.value.items.length === 0 ? (
            <p className="notice">
              None {answer.value.nextCursor ? 'on this page' : 'of this kind'}.
            </p>
          ) : (
            <LetterTable items={answer.value.items} chosen={chosen} onChoose={setChosen} />
          )}
          <p className="pager">
            {cursor !== null && (
              <button type="button" onClick={() => setCursor(null)}>
                First page
              </button>
            )}
            {answer.value.nextCursor !== null && (
              <button type="button" onClick={() => setCursor(answer.value.nextCursor)}>
                Next page
              </button>
            )}
          </p>
          {isFiltered && answer.value.items.length > 0 && (
            <Redrive
              key={JSON.stringify(filter)}
              what="all that this filter means"
              meant={{ filter: apiFilter(filter) }}
              onDone={answer.retry}
            />
          )}
        </>
      )}
      {chosen !== null && <Payload key={chosen} id={chosen} onDone={answer.retry} />}
    </section>
  );
}

interface LetterFiltersProps extends Pick<PipelineState, 'readings'> {
  readonly filter: LetterFilter;
  readonly onChange: (changes: Partial<LetterFilter>) => void;
}

function LetterFilters({ filter, readings, onChange }: LetterFiltersProps) {
  return (
    <div className="letter-filters">
      <label>
        <span>Given up by</span>
        <select value={filter.reading} onChange={(e) => onChange({ reading: e.target.value })}>
          <option value="">anyone</option>
          {readings.map(({ group, topic, deadLetters }) => (
            <option key={`${topic}/${group}`} value={`${topic}/${group}`}>
              {group} of {topic} ({deadLetters})
            </option>
          ))}
        </select>
      </label>
      <label>
        <span>Class</span>
        <select value={filter.class} onChange={(e) => onChange({ class: e.target.value })}>
          <option value="">any</option>
          {CLASSES.map((each) => (
            <option key={each}>{each}</option>
          ))}
        </select>
      </label>
    </div>
  );
}

interface LetterTableProps {
  readonly items: readonly DeadLetterItem[];
  readonly chosen: string | null;
  readonly onChoose: (id: string | null) => void;
}

export function LetterTable({ items, chosen, onChoose }: LetterTableProps) {
  const now = Date.now();
  return (
    <div className="wide" role="region" aria-label="Table of dead letters" tabIndex={0}>
      <table>
        <thead>
          <tr>
            <th scope="col">dead letter</th>
            <th scope="col">why</th>
            <th scope="col">failed</th>
            <th scope="col">article</th>
            <th scope="col">sent back</th>
          </tr>
        </thead>
        <tbody>
          {items.map((letter) => (
            <tr key={letter.id}>
              <th scope="row">
                <button
                  type="button"
                  className="letter-id"
                  aria-expanded={chosen === letter.id}
                  onClick={() => onChoose(chosen === letter.id ? null : letter.id)}
                >
                  {letter.id}
                </button>
              </th>
              <td>
                {letter.class}, {letter.exception}: {letter.message}
              </td>
              <td>{letter.lastFailedAt === null ? '–' : ago(letter.lastFailedAt, now)}</td>
              <td>
                {letter.key === null ? '–' : <Link href={articlePath(letter.key)}>its way</Link>}
              </td>
              <td>{letter.redrivenAt === null ? 'never' : ago(letter.redrivenAt, now)}</td>
            </tr>
          ))}
        </tbody>
      </table>
    </div>
  );
}
