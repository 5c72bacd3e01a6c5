import { ask, type ServicePlace } from './call-service.js';

/** Whether a service can take work now. */
export interface ServiceState {
  readonly name: string;
  readonly url: string;
  readonly status: 'ready' | 'not-ready' | 'unreachable';
  /** What stands in the way; null when nothing does. */
  readonly reason: string | null;
}

interface Readiness {
  readonly checks?: Readonly<Record<string, { readonly status: string; readonly error?: string }>>;
}

/** Never throws: a service that is away is an answer. */
export async function readinessOf(place: ServicePlace): Promise<ServiceState> {
  const { name, url } = place;
  try {
    const { status, body } = await ask(place, 'health/ready');
    if (status === 200) return { name, url, status: 'ready', reason: null };
    const down = Object.entries((body as Readiness | null)?.checks ?? {})
      .filter(([, check]) => check.status !== 'up')
      .map(([check, { error }]) => `${check}: ${error ?? 'down'}`);
    const reason = down.join('; ') || `status ${status}`;
    return { name, url, status: 'not-ready', reason };
  } catch (error) {
    return { name, url, status: 'unreachable', reason: (error as Error).message };
  }
}
