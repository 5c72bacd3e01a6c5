import type { ListedIncident } from '../model/listed-incident.js';
import { lazy, Suspense, useMemo, useState } from 'react';
import { filtersOf, searchOf } from '../filters/filters-url.js';
import { isFiltered, NO_FILTERS, type Filters } from '../filters/filters.js';
import { useIncidents, type IncidentsState } from '../live/use-incidents.js';
import { FilterBar } from '../parts/filter-bar.js';
import { IncidentList } from '../parts/incident-list.js';
import { Failed, Loading } from '../parts/states.js';
import { count } from '../model/format-figures.js';
import { incidentPath } from '../router/route.js';
import { goTo, putAddress, useAddress } from '../router/use-address.js';
import { TimelineStrip } from '../timeline/timeline-strip.js';
import { useTitle } from './use-title.js';
import '../timeline/timeline.css';

/** The map's library is larger than all else together: the list is there before it. */
const MapView = lazy(() => import('../map/map-view.js'));

/** What happened: filters above, the list beside the map. */
export function IncidentsPage() {
  const { search } = useAddress();
  const filters = useMemo(() => filtersOf(search), [search]);
  const found = useIncidents(filters);
  const [pointed, setPointed] = useState<string | null>(null);
  useTitle('Incidents');
  const change = (next: Filters, step: 'new' | 'same' = 'new') =>
    putAddress(`/${searchOf(next)}`, step);
  return (
    <main id="main" className="incidents-page">
      <h1 className="hidden">Incidents</h1>
      <FilterBar filters={filters} onChange={change} />
      <section className="list-pane" aria-label="Incidents">
        <Found
          found={found}
          filters={filters}
          onClear={() => change(NO_FILTERS)}
          pointed={pointed}
          onPoint={setPointed}
        />
      </section>
      <section className="map-pane" aria-label="Map">
        <Suspense fallback={<p className="map-loading">Loading the map …</p>}>
          <MapView
            incidents={found.collection.items}
            searchKey={found.status === 'ready' ? searchOf(filters) : 'loading'}
            pointed={pointed}
            onPoint={setPointed}
            onPickIncident={(id) => goTo(incidentPath(id))}
            onPickCountry={(country) => change({ ...filters, country })}
          />
        </Suspense>
        <PlaceNote items={found.collection.items} />
      </section>
      <TimelineStrip
        incidents={found.collection.items}
        from={filters.from}
        to={filters.to}
        onSpan={(from, to) => change({ ...filters, from, to })}
      />
    </main>
  );
}

interface FoundProps {
  readonly found: IncidentsState;
  readonly filters: Filters;
  readonly onClear: () => void;
  readonly pointed: string | null;
  readonly onPoint: (id: string | null) => void;
}

function Found({ found, filters, onClear, pointed, onPoint }: FoundProps) {
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
        <IncidentList
          items={items}
          fresh={found.collection.fresh}
          pointed={pointed}
          onPoint={onPoint}
        />
      ) : (
        <Nothing isFiltered={isFiltered(filters)} onClear={onClear} />
      )}
    </>
  );
}

/** What the map can't show is said. */
function PlaceNote({ items }: { readonly items: readonly ListedIncident[] }) {
  const unplaced = items.filter(({ where }) => where.latitude === null);
  if (unplaced.length === 0) return null;
  const nowhere = unplaced.filter(({ where }) => where.countryIso3 === null).length;
  const within = unplaced.length - nowhere;
  return (
    <p className="place-note">
      {within > 0 && `${count(within)} known to the country only (shaded). `}
      {nowhere > 0 && `${count(nowhere)} of no known place, in the list only.`}
    </p>
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
