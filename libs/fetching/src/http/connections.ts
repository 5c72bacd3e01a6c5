import type { Socket } from 'node:net';
import type { TLSSocket } from 'node:tls';
import { Client, type buildConnector } from 'undici';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { GuardedConnector } from './guarded-connector.js';
import { Http2Connection } from './http2-connection.js';
import type { HttpLimits } from './limits.js';

/** One origin's place among the open sockets: at most one connection, and who uses it. */
export interface Seat {
  readonly origin: string;
  readonly client: Client;
  socket: Socket | null;
  connected: boolean;
  /** There when the TLS handshake agreed on HTTP/2. */
  http2: Http2Connection | null;
  inFlight: number;
  /** Of the socket's bytes read, those that earlier requests account for. */
  readBefore: number;
  idleTimer?: NodeJS.Timeout;
}

/** Tells undici, which speaks HTTP/1 for us, that this connection is not for it. */
export class Http2Agreed extends Error {}

interface Waiter {
  readonly origin: string;
  readonly seated: (seat: Seat) => void;
  readonly refused: (failure: FetchFailure) => void;
  readonly timer: NodeJS.Timeout;
}

/** Milliseconds that an idle connection is kept, unless the server says how long it keeps it. */
const KEEP_ALIVE_MS = 15_000;
const MAX_KEEP_ALIVE_MS = 30_000;
/** Milliseconds between two looks at how much each server has sent. */
const WATCH_MS = 100;
/** What framing may add to an answer, beside as much again as its body. */
const MAX_FRAMING_BYTES = 1024 * 1024;

/**
 * At most one connection per origin and so many in all. A seat lasts as long as its connection: what
 * nobody uses and the server has closed leaves nothing behind, however many origins are visited.
 */
export class Connections {
  private readonly seats = new Map<string, Seat>();
  /** Those that nobody uses just now, the longest unused first. */
  private readonly idle = new Set<Seat>();
  /** First come, first served. */
  private readonly waiting = new Set<Waiter>();
  /** Seats and those not quite closed yet. */
  private taken = 0;
  private watch: NodeJS.Timeout | undefined;

  constructor(
    private readonly connector: GuardedConnector,
    private readonly limits: HttpLimits,
  ) {}

  /** Sockets that are open, being opened or being closed. */
  get open(): number {
    return this.taken;
  }

  /**
   * The origin's connection, for one request; `leave` must follow.
   *
   * @throws FetchFailure ERR_FETCH_HOST_BUSY when all sockets stay in use until the deadline
   */
  enter(origin: string): Seat | Promise<Seat> {
    const seat = this.seats.get(origin);
    if (seat) return this.use(seat);
    if (this.taken < this.limits.maxSockets) return this.use(this.create(origin));
    this.closeOneIdle();
    return new Promise((seated, refused) => {
      const timer = setTimeout(() => {
        this.waiting.delete(waiter);
        refused(busy());
      }, this.limits.deadlineMs);
      const waiter: Waiter = { origin, seated, refused, timer };
      this.waiting.add(waiter);
    });
  }

  /** @param usable whether the connection may serve another request */
  leave(seat: Seat, usable: boolean): void {
    seat.inFlight -= 1;
    if (seat.inFlight > 0) return;
    const kept = usable && seat.connected && seat.http2?.usable !== false;
    if (!kept || this.waiting.size > 0) return this.discard(seat);
    if (this.seats.get(seat.origin) !== seat) return;
    this.idle.add(seat);
    // undici ends its own idle connections.
    if (seat.http2) seat.idleTimer = setTimeout(() => this.discard(seat), KEEP_ALIVE_MS).unref();
  }

  async close(): Promise<void> {
    for (const { refused, timer } of this.waiting) {
      clearTimeout(timer);
      refused(busy());
    }
    this.waiting.clear();
    clearInterval(this.watch);
    await Promise.all([...this.seats.values()].map((seat) => this.destroy(seat)));
  }

  private use(seat: Seat): Seat {
    clearTimeout(seat.idleTimer);
    if (seat.inFlight === 0) seat.readBefore = seat.socket?.bytesRead ?? 0;
    seat.inFlight += 1;
    this.idle.delete(seat);
    this.watch ??= setInterval(() => this.endFloods(), WATCH_MS).unref();
    return seat;
  }

  private create(origin: string): Seat {
    const { maxHeaderBytes } = this.limits;
    const client = new Client(origin, {
      connect: (options, callback) => this.connect(seat, options, callback),
      pipelining: 1,
      maxHeaderSize: maxHeaderBytes,
      keepAliveTimeout: KEEP_ALIVE_MS,
      keepAliveMaxTimeout: MAX_KEEP_ALIVE_MS,
      // Each request has a deadline of its own that covers both.
      headersTimeout: 0,
      bodyTimeout: 0,
    });
    const blank = { socket: null, http2: null, connected: false, inFlight: 0, readBefore: 0 };
    const seat: Seat = { origin, client, ...blank };
    client.on('connect', () => void (seat.connected = true));
    client.on('disconnect', () => this.disconnected(seat));
    this.seats.set(origin, seat);
    this.taken += 1;
    return seat;
  }

  private connect(
    seat: Seat,
    options: buildConnector.Options,
    callback: buildConnector.Callback,
  ): void {
    seat.readBefore = 0;
    seat.socket = this.connector(options, (...[error, socket]) => {
      if (error) return callback(error, null);
      if ((socket as TLSSocket).alpnProtocol !== 'h2') return callback(null, socket);
      const { maxHeaderBytes } = this.limits;
      const url = new URL(seat.origin);
      seat.http2 = new Http2Connection(url, socket as TLSSocket, maxHeaderBytes, () => {
        seat.http2 = null;
        this.disconnected(seat);
      });
      seat.connected = true;
      callback(new Http2Agreed(), null);
    });
  }

  private disconnected(seat: Seat): void {
    seat.connected = false;
    if (seat.inFlight === 0) this.discard(seat);
  }

  /**
   * Ends what sends far more than an answer may have: chunk extensions, frames that mean nothing and
   * other things that no parser hands on to be counted.
   */
  private endFloods(): void {
    const { maxBodyBytes } = this.limits;
    for (const { socket, inFlight, readBefore } of this.seats.values()) {
      const read = (socket?.bytesRead ?? 0) - readBefore;
      if (read > 2 * maxBodyBytes * Math.max(1, inFlight) + MAX_FRAMING_BYTES)
        socket?.destroy(
          new FetchFailure('ERR_FETCH_PROTOCOL', 'The server sends more than an answer needs.'),
        );
    }
    if (this.seats.size > 0) return;
    clearInterval(this.watch);
    this.watch = undefined;
  }

  private closeOneIdle(): void {
    const [longest] = this.idle;
    if (longest) this.discard(longest);
  }

  private discard(seat: Seat): void {
    void this.destroy(seat);
  }

  /** Ends the seat and its connection; its place is free when the socket is really closed. */
  private async destroy(seat: Seat): Promise<void> {
    this.idle.delete(seat);
    clearTimeout(seat.idleTimer);
    if (this.seats.get(seat.origin) !== seat) return;
    this.seats.delete(seat.origin);
    seat.http2?.destroy();
    await seat.client.destroy();
    await closed(seat.socket);
    this.taken -= 1;
    this.seatNext();
  }

  private seatNext(): void {
    for (const waiter of this.waiting) {
      const known = this.seats.get(waiter.origin);
      if (!known && this.taken >= this.limits.maxSockets) return;
      this.waiting.delete(waiter);
      clearTimeout(waiter.timer);
      waiter.seated(this.use(known ?? this.create(waiter.origin)));
    }
  }
}

const busy = () =>
  new FetchFailure('ERR_FETCH_HOST_BUSY', 'No socket came free in time; nothing was asked.', {
    retryAfterMs: 1_000,
  });

/** Also gives up a connection that is still being made. */
async function closed(socket: Socket | null): Promise<void> {
  if (!socket || socket.closed) return;
  socket.on('error', () => undefined);
  await new Promise<void>((close) => socket.once('close', close).destroy());
}
