import { connect, constants, type ClientHttp2Session, type ClientHttp2Stream } from 'node:http2';
import type { TLSSocket } from 'node:tls';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { Exchange } from './exchange.js';

/** Bytes that a server may send before we took what it sent earlier: a page in one go. */
const WINDOW_BYTES = 256 * 1024;
/** Megabytes that one session may hold in all, its header tables included. */
const MAX_SESSION_MB = 2;
/** Headers of one answer; Node's own default, said here since it is a promise. */
const MAX_HEADERS = 128;

const { NGHTTP2_PROTOCOL_ERROR, NGHTTP2_ENHANCE_YOUR_CALM } = constants;
/** Reasons for which mostly we reset a stream ourselves: broken rules, too many or too large headers. */
const BROKEN_RULES: ReadonlySet<number> = new Set([
  NGHTTP2_PROTOCOL_ERROR,
  NGHTTP2_ENHANCE_YOUR_CALM,
]);

/** Brought about by GOAWAY, RST_STREAM or the end of the session; another connection may do better. */
class Http2Broken extends Error {
  readonly code = 'ERR_HTTP2_BROKEN';
}

/**
 * One HTTP/2 connection, on Node's own implementation (see ADR 24). Each request is made exactly
 * once: what a server refuses or drops is left to the frontier, which asks again in the host's turn.
 */
export class Http2Connection {
  private readonly session: ClientHttp2Session;
  private readonly running = new Map<ClientHttp2Stream, Exchange>();
  private goingAway = false;
  private failure: Error | undefined;

  /**
   * @param socket on which `h2` was agreed
   * @param maxHeaderBytes of one answer's headers, unpacked
   * @param onClose called once, when nothing more can be asked
   */
  constructor(
    private readonly origin: URL,
    socket: TLSSocket,
    maxHeaderBytes: number,
    onClose: () => void,
  ) {
    this.session = connect(origin, {
      createConnection: () => socket,
      maxHeaderListPairs: MAX_HEADERS,
      maxSessionMemory: MAX_SESSION_MB,
      settings: {
        enablePush: false,
        initialWindowSize: WINDOW_BYTES,
        maxHeaderListSize: maxHeaderBytes,
      },
    });
    this.session.on('error', (error) => void (this.failure = error));
    this.session.on('goaway', (_, lastStream) => this.goAway(lastStream));
    this.session.once('close', () => {
      for (const exchange of this.running.values())
        exchange.fail(this.failure ?? new Http2Broken('The session ended.'));
      onClose();
    });
  }

  get usable(): boolean {
    return !this.goingAway && !this.session.closed && !this.session.destroyed;
  }

  /** @param headers names and values in turn */
  request(path: string, headers: readonly string[], exchange: Exchange): void {
    const { host, protocol } = this.origin;
    const all: Record<string, string> = {
      ':method': 'GET',
      ':path': path,
      ':authority': host,
      ':scheme': protocol.slice(0, -1),
    };
    for (let i = 0; i < headers.length; i += 2) all[headers[i] ?? ''] = headers[i + 1] ?? '';
    let stream: ClientHttp2Stream;
    try {
      stream = this.session.request(all, { endStream: true });
    } catch (error) {
      return exchange.fail(error);
    }
    this.running.set(stream, exchange);
    exchange.onRequestStart({ abort: () => stream.destroy() });
    stream.on('response', ({ ':status': status = 0, ...rest }) =>
      exchange.onResponseStart(null, status, rest),
    );
    stream.on('data', (chunk: Buffer) => exchange.onResponseData(null, chunk));
    stream.on('error', (error: NodeJS.ErrnoException) => {
      // A reset is judged by its code when the stream closes; the rest concerns the whole session.
      if (error.code !== 'ERR_HTTP2_STREAM_ERROR') exchange.fail(error);
    });
    stream.once('close', () => {
      this.running.delete(stream);
      // A stream that was reset looks like one that came to its end.
      if (stream.rstCode === 0 && !this.session.destroyed) exchange.onResponseEnd();
      else exchange.fail(this.failure ?? resetFailure(stream.rstCode));
    });
  }

  destroy(): void {
    this.session.destroy();
  }

  private goAway(lastStream: number): void {
    this.goingAway = true;
    for (const [stream, exchange] of this.running)
      if ((stream.id ?? 0) > lastStream) exchange.fail(new Http2Broken('The server goes away.'));
  }
}

const resetFailure = (code: number): Error =>
  BROKEN_RULES.has(code)
    ? new FetchFailure('ERR_FETCH_PROTOCOL', 'The answer breaks the rules of HTTP.')
    : new Http2Broken('The stream was reset.');
