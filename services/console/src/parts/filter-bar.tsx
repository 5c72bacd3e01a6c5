import { useEffect, useState } from 'react';
import {
  EVIDENCE,
  isFiltered,
  NO_FILTERS,
  SORTS,
  type Evidence,
  type Filters,
  type Sort,
} from '../filters/filters.js';
import { allCountries } from '../model/country.js';
import { KINDS } from '../model/incident-kind.js';
import { KindSign } from './kind-sign.js';

type Change = (next: Filters, step?: 'new' | 'same') => void;
interface FilterBarProps {
  readonly filters: Filters;
  readonly onChange: Change;
}

const COUNTRIES = allCountries();

/** What is looked for. The kinds are the map's legend at the same time. */
export function FilterBar({ filters, onChange }: FilterBarProps) {
  // On a phone the fields would fill the screen.
  const [isOpen, setOpen] = useState(false);
  return (
    <search className="filters">
      <div className="kinds" role="group" aria-label="Kind of incident">
        {[...KINDS.values()].map((kind) => (
          <button
            key={kind.key}
            type="button"
            className="chip"
            aria-pressed={filters.kind === kind.key}
            onClick={() =>
              onChange({ ...filters, kind: filters.kind === kind.key ? null : kind.key })
            }
          >
            <KindSign kind={kind} />
            {kind.label}
          </button>
        ))}
      </div>
      <button
        type="button"
        className="fields-toggle"
        aria-expanded={isOpen}
        onClick={() => setOpen(!isOpen)}
      >
        {isOpen ? 'Fewer filters' : 'More filters'}
      </button>
      <div className={isOpen ? 'fields' : 'fields folded'}>
        <Words filters={filters} onChange={onChange} />
        <label>
          <span>Country</span>
          <select
            value={filters.country ?? ''}
            onChange={({ target }) => onChange({ ...filters, country: target.value || null })}
          >
            <option value="">any</option>
            {COUNTRIES.map(({ code, name }) => (
              <option key={code} value={code}>
                {name}
              </option>
            ))}
          </select>
        </label>
        <Day label="From" name="from" filters={filters} onChange={onChange} />
        <Day label="To" name="to" filters={filters} onChange={onChange} />
        <label>
          <span>Killed at least</span>
          <input
            type="number"
            min={1}
            max={99_999}
            placeholder="any"
            value={filters.killedMin ?? ''}
            onChange={({ target }) =>
              onChange({ ...filters, killedMin: Math.trunc(target.valueAsNumber) || null }, 'same')
            }
          />
        </label>
        <label>
          <span>Evidence</span>
          <select
            value={filters.evidence ?? ''}
            onChange={({ target }) =>
              onChange({ ...filters, evidence: (target.value || null) as Evidence | null })
            }
          >
            <option value="">any</option>
            {EVIDENCE.map((evidence) => (
              <option key={evidence} value={evidence}>
                {evidence}
              </option>
            ))}
          </select>
        </label>
        <label>
          <span>Order</span>
          <select
            value={filters.sort}
            onChange={({ target }) => onChange({ ...filters, sort: target.value as Sort })}
          >
            {Object.entries(SORTS).map(([sort, words]) => (
              <option key={sort} value={sort}>
                {words}
              </option>
            ))}
          </select>
        </label>
        {isFiltered(filters) && (
          <button
            type="button"
            className="quiet clear"
            onClick={() => onChange({ ...NO_FILTERS, sort: filters.sort })}
          >
            Clear
          </button>
        )}
      </div>
    </search>
  );
}

interface DayProps extends FilterBarProps {
  readonly label: string;
  readonly name: 'from' | 'to';
}

function Day({ label, name, filters, onChange }: DayProps) {
  return (
    <label>
      <span>{label}</span>
      <input
        type="date"
        value={filters[name] ?? ''}
        onChange={({ target }) => onChange({ ...filters, [name]: target.value || null }, 'same')}
      />
    </label>
  );
}

const TYPING_PAUSE_MS = 300;

/** Looks for words once the typing rests. */
function Words({ filters, onChange }: FilterBarProps) {
  const [typed, setTyped] = useState(filters.text ?? '');
  useEffect(() => setTyped(filters.text ?? ''), [filters.text]);
  useEffect(() => {
    const text = typed.trim() || null;
    if (text === filters.text) return;
    const timer = setTimeout(() => onChange({ ...filters, text }, 'same'), TYPING_PAUSE_MS);
    return () => clearTimeout(timer);
  }, [typed]);
  return (
    <label className="words">
      <span>Words</span>
      <input
        type="search"
        maxLength={200}
        placeholder="in the summary or place"
        value={typed}
        onChange={({ target }) => setTyped(target.value)}
      />
    </label>
  );
}
