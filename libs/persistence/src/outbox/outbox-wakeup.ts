import type { DataSource, QueryRunner } from 'typeorm';
import { toDatabaseError } from '../database/database-errors.js';

/** What the relay uses of the driver's connection. */
interface NotifyingClient {
  on(event: 'notification' | 'error' | 'end', listener: () => void): void;
  removeAllListeners(event: 'notification' | 'error' | 'end'): void;
}

/** Calls back when a transaction that wrote outbox rows has committed anywhere; best effort, polling backs it. */
export class OutboxWakeup {
  private runner: QueryRunner | undefined;
  private client: NotifyingClient | undefined;

  constructor(
    private readonly database: DataSource,
    private readonly wake: () => void,
  ) {}

  /** Listens if it doesn't yet; call again at leisure, since a broken connection stops listening. */
  async ensure(): Promise<void> {
    if (this.runner) return;
    const runner = this.database.createQueryRunner();
    try {
      // Held for good: LISTEN belongs to the connection.
      const client = (await runner.connect()) as NotifyingClient;
      client.on('notification', this.wake);
      client.on('error', () => this.forget(runner));
      client.on('end', () => this.forget(runner));
      const [{ channel }] = await runner.query(`SELECT 'outbox_' || current_schema() AS channel`);
      await runner.query(`LISTEN "${channel}"`);
      this.runner = runner;
      this.client = client;
    } catch (error) {
      await runner.release();
      throw toDatabaseError(error);
    }
  }

  async stop(): Promise<void> {
    const { runner, client } = this;
    this.runner = this.client = undefined;
    if (!runner) return;
    client?.removeAllListeners('notification');
    // The connection goes back to the pool: it must not go on listening there.
    await runner.query('UNLISTEN *').catch(() => undefined);
    await runner.release();
  }

  private forget(runner: QueryRunner): void {
    if (this.runner === runner) this.runner = this.client = undefined;
  }
}
