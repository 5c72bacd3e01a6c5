import { useEffect, useReducer, useRef, useState } from 'react';
import { readAbilities } from '../api/abilities.js';
import type { Filters } from '../filters/filters.js';
import { searchOf } from '../filters/filters-url.js';
import { EMPTY, withChanges, withPage, type Collection } from './collection.js';
import { followChanges } from './follow-changes.js';
import { loadChanges, loadPage, MOST_SHOWN } from './load-incidents.js';
import { followStream } from './follow-stream.js';
import { pauseWhileHidden, untilHidden } from './pause.js';

/** Where this store tells changes as they happen, if it does. */
const STREAM = '/v1/incidents/stream';

export interface IncidentsState {
  readonly status: 'loading' | 'ready' | 'failed';
  readonly collection: Collection;
  /** There are more than are shown. */
  readonly hasMore: boolean;
  readonly error: unknown;
  readonly connection: 'live' | 'lost';
  readonly retry: () => void;
}

type Seen = Pick<IncidentsState, 'status' | 'collection' | 'hasMore' | 'error'>;
const START: Seen = { status: 'loading', collection: EMPTY, hasMore: false, error: null };

/** What the filters find, and what becomes of it while one looks. */
export function useIncidents(filters: Filters): IncidentsState {
  const [seen, setSeen] = useState<Seen>(START);
  const [connection, setConnection] = useState<'live' | 'lost'>('live');
  const [round, again] = useReducer((n: number) => n + 1, 0);
  const collection = useRef(EMPTY);
  const key = searchOf(filters);

  useEffect(() => {
    const leaving = new AbortController();
    const { signal } = leaving;
    const show = (next: Collection, hasMore: boolean) => {
      collection.current = next;
      setSeen({ status: 'ready', collection: next, hasMore, error: null });
    };
    const load = async () => {
      let next = EMPTY;
      let cursor: string | null = null;
      let startedMs: number | null = null;
      do {
        const { body, atMs } = await loadPage(filters, cursor, signal);
        startedMs ??= atMs ?? Date.now();
        next = withPage(next, body.items, filters);
        cursor = body.nextCursor;
      } while (cursor !== null && next.items.length < MOST_SHOWN);
      if (signal.aborted) return;
      const hasMore = cursor !== null;
      show(next, hasMore);
      const { paths } = await readAbilities();
      const follow = paths.has(STREAM) ? followStream : followChanges;
      await follow(startedMs, {
        open: () => new EventSource(STREAM),
        untilHidden,
        ask: (sinceMs) => loadChanges(sinceMs, signal),
        pause: (ms) => pauseWhileHidden(ms, signal),
        onChanges: (changes) => {
          const changed = withChanges(collection.current, changes, filters);
          if (changed === 'ask') again();
          else if (changed !== collection.current) show(changed, hasMore);
        },
        onFlood: again,
        onState: setConnection,
        signal,
      });
    };
    load().catch((error: unknown) => {
      if (!signal.aborted) setSeen({ ...START, status: 'failed', error });
    });
    return () => leaving.abort();
    // The address stands for the filters: equal filters are one search.
  }, [key, round]);

  return { ...seen, connection, retry: again };
}
