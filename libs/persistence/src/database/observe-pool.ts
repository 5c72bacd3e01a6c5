import { observe } from '@tocsin/telemetry/catalogue';
import type { DataSource } from 'typeorm';

/** As much of the driver's pool as is told: `pg.Pool` has these. */
interface Pool {
  readonly totalCount: number;
  readonly idleCount: number;
  readonly waitingCount: number;
  readonly options: { readonly max: number };
}

/** Tells how the connections of a database's pool are used. `name`: the pool's, as the service's schema. */
export function observePool(database: DataSource, name: string): void {
  const { master } = database.driver as unknown as { readonly master: Pool };
  const pool = { 'db.client.connection.pool.name': name };
  observe('db.client.connection.count', (tell) => {
    const { totalCount, idleCount } = master;
    tell(idleCount, { ...pool, 'db.client.connection.state': 'idle' });
    tell(totalCount - idleCount, { ...pool, 'db.client.connection.state': 'used' });
  });
  observe('db.client.connection.limit', (tell) => tell(master.options.max, pool));
  observe('db.client.connection.pending_requests', (tell) => tell(master.waitingCount, pool));
}
