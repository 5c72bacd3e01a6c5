import type { Socket } from 'node:net';
import pg from 'pg';

/** What the driver keeps to itself: the socket, which TLS replaces by another while it connects. */
interface Connected {
  readonly connection: { readonly stream: Socket };
}

/**
 * The driver's client, but not one that waits for ever: a connection on which a statement is out and nothing comes for
 * longer than the server lets a statement run has lost its server without a word (a firewall that forgot it, a machine
 * that vanished; TCP itself notices after a quarter of an hour). It is broken off, and the statement fails as on any
 * other connection that breaks.
 *
 * @param silenceMs milliseconds; more than a statement may run
 */
export function watchfulClient(silenceMs: number): typeof pg.Client {
  return class WatchfulClient extends pg.Client {
    private watched: Socket | undefined;

    constructor(config?: string | pg.ClientConfig) {
      super(config);
      // No statement is out: silence is in order.
      this.on('drain', () => void this.watched?.setTimeout(0));
    }

    override query(...statement: unknown[]): never {
      this.watch((this as unknown as Connected).connection.stream);
      return (super.query as (...all: unknown[]) => never)(...statement);
    }

    private watch(socket: Socket): void {
      if (this.watched !== socket) {
        this.watched = socket;
        const broken = new Error(`Connection terminated: no answer for ${silenceMs} ms`);
        socket.on('timeout', () => socket.destroy(broken));
      }
      socket.setTimeout(silenceMs);
    }
  } as unknown as typeof pg.Client;
}
