import pg from 'pg';

/** More than any server of a test gives. */
const MOST = 1_000;

/** Connections that nobody else can have. */
export class HeldConnections {
  private readonly clients: pg.Client[] = [];

  constructor(private readonly url: string) {}

  get count(): number {
    return this.clients.length;
  }

  /** Takes what there is, until the server refuses. */
  async takeAll(): Promise<void> {
    while (this.clients.length < MOST) {
      const client = new pg.Client({ connectionString: this.url });
      client.on('error', () => undefined);
      try {
        await client.connect();
      } catch {
        return;
      }
      this.clients.push(client);
    }
  }

  async release(): Promise<void> {
    await Promise.all(this.clients.splice(0).map((client) => client.end()));
  }
}
