import { once } from 'node:events';
import { type AddressInfo, connect, createServer, type Server, type Socket } from 'node:net';
import { Transform, type TransformCallback } from 'node:stream';

/** What becomes of a request: it passes, it never arrives, or its answer never comes back. */
export type Verdict = 'pass' | 'drop' | 'drop-reply' | 'cut-before-reply';

/** One connection's protocol: tells what is asked, and which answer belongs to it. */
export interface Conversation<Request> {
  /** Whole messages of the client in these bytes, each with what it asks if that is of interest. */
  asked(chunk: Buffer): { readonly bytes: Buffer; readonly request?: Request }[];
  /** The answer to that request, already passed on, is not to come through. */
  silence(request: Request): void;
  /** What of the server's bytes comes through. */
  answered(chunk: Buffer): Buffer;
}

/** A TCP proxy on loopback that passes everything on until it is told otherwise. */
export class FaultyProxy<Request> {
  /** Where connections go; set once the server is there. */
  target = 0;
  /** Milliseconds that everything takes longer, each way. */
  delayMs = 0;
  /** Whether connections that are made now are swallowed like those of `halfOpen`. */
  swallowsNew = false;
  private readonly pairs = new Set<Pair<Request>>();
  private judge: (request: Request) => Verdict = () => 'pass';

  private constructor(
    private readonly server: Server,
    private readonly converse: () => Conversation<Request>,
  ) {
    server.on('connection', (client) => this.join(client));
  }

  static async open<R>(converse: () => Conversation<R>): Promise<FaultyProxy<R>> {
    const server = createServer();
    server.listen(0, '127.0.0.1');
    await once(server, 'listening');
    return new FaultyProxy(server, converse);
  }

  get port(): number {
    return (this.server.address() as AddressInfo).port;
  }

  get connections(): number {
    return this.pairs.size;
  }

  /** Asks `judge` about every request from now on. */
  onRequest(judge: (request: Request) => Verdict): void {
    this.judge = judge;
  }

  /** Ends every connection without a farewell. @returns how many there were */
  cut(): number {
    const { size } = this.pairs;
    for (const pair of this.pairs) pair.cut();
    return size;
  }

  /**
   * From now on nothing passes on the connections that are there, which stay open for ever: a peer that vanished without
   * a word. @returns how many
   */
  halfOpen(): number {
    for (const pair of this.pairs) pair.isMute = true;
    return this.pairs.size;
  }

  /** Passes everything on again; what was half-opened stays so. */
  heal(): void {
    this.delayMs = 0;
    this.swallowsNew = false;
    this.judge = () => 'pass';
  }

  async close(): Promise<void> {
    this.cut();
    this.server.close();
    await once(this.server, 'close');
  }

  private join(client: Socket): void {
    const server = connect(this.target, '127.0.0.1');
    const pair = new Pair(client, server, this.converse(), {
      delayMs: () => this.delayMs,
      judge: (request) => this.judge(request),
    });
    pair.isMute = this.swallowsNew;
    this.pairs.add(pair);
    pair.whenOver(() => this.pairs.delete(pair));
  }
}

interface Faults<Request> {
  readonly delayMs: () => number;
  readonly judge: (request: Request) => Verdict;
}

/** A client's connection and ours to the server. */
class Pair<Request> {
  isMute = false;
  private cutsAtReply = false;

  constructor(
    private readonly client: Socket,
    private readonly server: Socket,
    private readonly conversation: Conversation<Request>,
    private readonly faults: Faults<Request>,
  ) {
    // As the services' own sockets do: a proxy must not make a line slow by itself.
    for (const socket of [client, server]) socket.setNoDelay(true).on('error', () => this.cut());
    this.join(client, server, (chunk) => this.ask(chunk));
    this.join(server, client, (chunk) => this.answer(chunk));
  }

  whenOver(tell: () => void): void {
    this.client.once('close', () => (this.cut(), tell()));
    this.server.once('close', () => void (this.isMute || this.cut()));
  }

  cut(): void {
    this.client.destroy();
    this.server.destroy();
  }

  private ask(chunk: Buffer): Buffer {
    const passed: Buffer[] = [];
    for (const { bytes, request } of this.conversation.asked(chunk)) {
      const verdict = request === undefined ? 'pass' : this.faults.judge(request);
      if (verdict === 'drop') continue;
      if (verdict === 'drop-reply' && request !== undefined) this.conversation.silence(request);
      if (verdict === 'cut-before-reply') this.cutsAtReply = true;
      passed.push(bytes);
    }
    return Buffer.concat(passed);
  }

  private answer(chunk: Buffer): Buffer {
    if (!this.cutsAtReply) return this.conversation.answered(chunk);
    this.cut();
    return Buffer.alloc(0);
  }

  /** One direction. Who vanished does not say that they have nothing more to say either. */
  private join(from: Socket, to: Socket, change: (chunk: Buffer) => Buffer): void {
    const way = this.passing(change).on('end', () => void (this.isMute || to.end()));
    from.pipe(way).pipe(to, { end: false });
  }

  private passing(change: (chunk: Buffer) => Buffer): Transform {
    const transform = (chunk: Buffer, _: BufferEncoding, done: TransformCallback) => {
      const pass = () => done(null, this.isMute ? undefined : change(chunk));
      const delayMs = this.faults.delayMs();
      if (delayMs === 0) pass();
      else setTimeout(pass, delayMs);
    };
    return new Transform({ transform });
  }
}
