import { freePorts } from '../stack/ports.js';
import type { ServiceName, ServicePlan } from '../start/services.js';
import { SERVICES } from './kill-plan.js';

/** Sessions as short as a broker allows, and sites that bear to be asked often. */
export const SETTINGS = {
  TOCSIN_KAFKA_SESSION_TIMEOUT_MS: '6000',
  TOCSIN_FETCH_HOST_DELAY_MS: '200',
  TOCSIN_FETCH_POLL_INTERVAL_MIN_MS: '500',
  TOCSIN_FETCH_POLL_INTERVAL_MAX_MS: '1000',
};

/** Two deduplicators: what reaches them at once must come to one. */
const REPLICAS: readonly ServiceName[] = [...SERVICES, 'deduplicator'];

/** Every service on a free port. */
export async function freePlans(): Promise<ServicePlan[]> {
  const ports = await freePorts(REPLICAS.length);
  return REPLICAS.map((name, at) => ({
    name,
    port: ports[at] as number,
    setting: `TOCSIN_${name.toUpperCase()}_PORT`,
  }));
}
