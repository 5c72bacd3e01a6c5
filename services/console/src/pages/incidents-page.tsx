import { useMemo } from 'react';
import { filtersOf, searchOf } from '../filters/filters-url.js';
import { isFiltered, NO_FILTERS, type Filters } from '../filters/filters.js';
import { useIncidents, type IncidentsState } from '../live/use-incidents.js';
import { FilterBar } from '../parts/filter-bar.js';
import { IncidentList } from '../parts/incident-list.js';
import { Failed, Loading } from '../parts/states.js';
import { count } from '../model/format-figures.js';
import { putAddress, useAddress } from '../router/use-address.js';
import { useTitle } from './use-title.js';

/** What happened: filters above, the list beside. */
export function IncidentsPage() {
  const { search } = useAddress();
  const filters = useMemo(() => filtersOf(search), [search]);
  const found = useIncidents(filters);
  useTitle('Incidents');
  const change = (next: Filters, step: 'new' | 'same' = 'new') =>
    putAddress(`/${searchOf(next)}`, step);
  return (
    <main id="main" className="incidents-page">
      <h1 className="hidden">Incidents</h1>
      <FilterBar filters={filters} onChange={change} />
      <section className="list-pane" aria-label="Incidents">
        <Found found={found} filters={filters} onClear={() => change(NO_FILTERS)} />
      </section>
    </main>
  );
}

interface FoundProps {
  readonly found: IncidentsState;
  readonly filters: Filters;
  readonly onClear: () => void;
}

function Found({ found, filters, onClear }: FoundProps) {
  const { items } = found.collection;
  if (found.status === 'loading') return <Loading what="incidents" rows={8} />;
  if (found.status === 'failed') return <Failed error={found.error} retry={found.retry} />;
  return (
    <>
      <div className="list-head">
        <output>
          {count(items.length)} {items.length === 1 ? 'incident' : 'incidents'}
          {found.hasMore && ', and there are more: narrow the filters to see them'}
        </output>
        <Connection state={found.connection} />
      </div>
      {items.length > 0 ? (
        <IncidentList items={items} fresh={found.collection.fresh} />
      ) : (
        <Nothing isFiltered={isFiltered(filters)} onClear={onClear} />
      )}
    </>
  );
}

function Connection({ state }: { readonly state: IncidentsState['connection'] }) {
  return (
    <span className={`connection ${state}`} role="status">
      {state === 'live' ? 'live' : 'connection lost, trying again'}
    </span>
  );
}

interface NothingProps {
  readonly isFiltered: boolean;
  readonly onClear: () => void;
}

function Nothing({ isFiltered: hasFilters, onClear }: NothingProps) {
  if (!hasFilters) {
    return (
      <div className="notice">
        <h2>Nothing has happened yet</h2>
        <p>Incidents appear here by themselves as soon as an article tells of one.</p>
      </div>
    );
  }
  return (
    <div className="notice">
      <h2>Nothing fits these filters</h2>
      <p>What comes to fit them will appear here by itself.</p>
      <button type="button" onClick={onClear}>
        Clear the filters
      </button>
    </div>
  );
}
