import { createRequire } from 'node:module';
import type { Socket } from 'node:net';

/** What is used of kafkajs' connection. */
interface Connection {
  readonly socket: Socket | null;
  send(request: unknown): Promise<unknown>;
  rejectRequests(error: Error): void;
  disconnect(): Promise<unknown>;
}

const require = createRequire(import.meta.url);

/**
 * kafkajs goes on using a connection on which a request was never answered: one whose broker has vanished without a
 * word fails every request for as long as the process lives, and a publisher never recovers. A request that times out
 * breaks its connection off; kafkajs makes a new one for the next.
 */
export function mendDeadConnections(): void {
  const { prototype } = require('kafkajs/src/network/connection') as { prototype: Connection };
  const mended = prototype as Connection & { isMended?: true };
  if (mended.isMended) return;
  const { send } = prototype;
  prototype.send = async function (this: Connection, request: unknown) {
    const { socket } = this;
    try {
      return await send.call(this, request);
    } catch (error) {
      // Of several requests that time out together the first has done it; the next connection is another.
      if (isTimeout(error) && socket !== null && this.socket === socket && !socket.destroyed) {
        await breakOff(this, socket, error);
      }
      throw error;
    }
  };
  mended.isMended = true;
}

const isTimeout = (error: unknown): error is Error =>
  error instanceof Error && error.name === 'KafkaJSRequestTimeoutError';

async function breakOff(connection: Connection, socket: Socket, error: Error): Promise<void> {
  // First, for whoever waits for an answer there waits in vain, and to disconnect is to wait for them.
  connection.rejectRequests(error);
  socket.destroy();
  await connection.disconnect();
}
