import type { ListedIncident } from '../model/listed-incident.js';
import type { Answer } from '../api/get-json.js';

export interface ChangePage {
  readonly items: readonly ListedIncident[];
  readonly nextCursor: string | null;
}

export interface Following {
  /** Changes at or after this moment, ms since the epoch, oldest first. */
  readonly ask: (sinceMs: number) => Promise<Answer<ChangePage>>;
  /** Waits so many ms, and for as long as nobody is looking. */
  readonly pause: (ms: number) => Promise<void>;
  readonly onChanges: (incidents: readonly ListedIncident[]) => void;
  /** More has changed than is worth going through one by one. */
  readonly onFlood: () => void;
  readonly onState: (state: 'live' | 'lost') => void;
  readonly signal: AbortSignal;
}

const POLL_MS = 2_000;
const LONGEST_PAUSE_MS = 30_000;
/**
 * Asked for again with each poll: a transaction that stays open this long holds back all that changed after it
 * began, and the API's clock tells whole seconds only.
 */
export const OVERLAP_MS = 20_000;

/** Asks for changes again and again until `signal` aborts; never throws. */
export async function followChanges(sinceMs: number, following: Following): Promise<void> {
  const { ask, pause, onChanges, onFlood, onState, signal } = following;
  const told = new Map<string, number>();
  let since = sinceMs;
  let wait = POLL_MS;
  while (!signal.aborted) {
    await pause(wait);
    if (signal.aborted) return;
    try {
      const { body, atMs } = await ask(since - OVERLAP_MS);
      if (signal.aborted) return;
      onState('live');
      wait = POLL_MS;
      since = Math.max(since, atMs ?? since);
      if (body.nextCursor !== null) {
        onFlood();
        continue;
      }
      const changes = body.items.filter(
        ({ incidentId, revision }) => (told.get(incidentId) ?? 0) < revision,
      );
      for (const { incidentId, revision } of changes) told.set(incidentId, revision);
      if (changes.length > 0) onChanges(changes);
    } catch {
      if (signal.aborted) return;
      onState('lost');
      wait = Math.min(wait * 2, LONGEST_PAUSE_MS);
    }
  }
}
