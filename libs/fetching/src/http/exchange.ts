import type { Dispatcher } from 'undici';
import { FetchFailure } from '../outcome/fetch-failure.js';
import type { OnExcess } from './decode-body.js';
import type { HeldBytes } from './held-bytes.js';

/** An answer as it came over the wire. */
export interface WireAnswer {
  readonly status: number;
  /** Names in lower case; of repeated ones the first. */
  readonly headers: Readonly<Record<string, string>>;
  readonly chunks: readonly Buffer[];
  readonly bytes: number;
  /** The body went on beyond `chunks`. */
  readonly cut: boolean;
  /** To be called once its bytes are held no more. */
  readonly release: () => void;
}

/** What one exchange may take. */
export interface ExchangeLimits {
  readonly maxHeaderBytes: number;
  readonly maxBodyBytes: number;
  readonly onExcess: OnExcess;
}

const tooLarge = (maxBytes: number) =>
  new FetchFailure('ERR_FETCH_TOO_LARGE', `The body exceeds ${maxBytes} bytes.`);

/**
 * Collects one answer, from undici (whose handler it is) or an HTTP/2 stream. What exceeds a limit ends the
 * exchange at once, so that no server makes us hold more than the limits say.
 */
export class Exchange implements Dispatcher.DispatchHandler {
  readonly answer: Promise<WireAnswer>;
  private resolve!: (answer: WireAnswer) => void;
  private reject!: (error: unknown) => void;
  private controller: { abort(reason: Error): void } | undefined;
  private over = false;
  private status = 0;
  private headers: Record<string, string> = {};
  private readonly chunks: Buffer[] = [];
  private bytes = 0;

  private taken = 0;

  /** @param held counts what is held of the body, until its answer is released */
  constructor(
    private readonly limits: ExchangeLimits,
    private readonly held: HeldBytes,
  ) {
    this.answer = new Promise((resolve, reject) => {
      this.resolve = resolve;
      this.reject = reject;
    });
  }

  /** Ends it from outside, e.g. at the deadline. */
  fail(error: unknown): void {
    if (this.over) return;
    this.over = true;
    this.release();
    this.reject(error);
    this.controller?.abort(error as Error);
  }

  onRequestStart(controller: { abort(reason: Error): void }): void {
    this.controller = controller;
    if (this.over) controller.abort(new Error('The exchange ended before it began.'));
  }

  onResponseStart(
    _: unknown,
    status: number,
    headers: Readonly<Record<string, string | string[] | undefined>>,
  ): void {
    // Hints before the answer; endless ones meet the deadline.
    if (status < 200) return;
    let bytes = 0;
    const first: Record<string, string> = {};
    for (const name of Object.keys(headers)) {
      const value = headers[name] ?? '';
      bytes += name.length + value.length;
      const text = typeof value === 'string' ? value : (value[0] ?? '');
      if (typeof value !== 'string') for (const each of value) bytes += name.length + each.length;
      if (name !== '__proto__') first[name] = text;
    }
    if (bytes > this.limits.maxHeaderBytes)
      return this.fail(new FetchFailure('ERR_FETCH_PROTOCOL', 'The headers are too large.'));
    this.status = status;
    this.headers = first;
    const { maxBodyBytes, onExcess } = this.limits;
    // A 304 tells the length of what it does not send.
    if (onExcess === 'refuse' && status !== 304 && Number(first['content-length']) > maxBodyBytes)
      this.fail(tooLarge(maxBodyBytes));
  }

  onResponseData(_: unknown, chunk: Buffer): void {
    if (this.over) return;
    const { maxBodyBytes, onExcess } = this.limits;
    if (!this.held.take(chunk.length))
      return this.fail(new FetchFailure('ERR_FETCH_CROWDED', 'Too much is on its way at once.'));
    this.taken += chunk.length;
    this.bytes += chunk.length;
    if (this.bytes <= maxBodyBytes) this.chunks.push(chunk);
    else if (onExcess === 'refuse') this.fail(tooLarge(maxBodyBytes));
    else {
      this.chunks.push(chunk.subarray(0, chunk.length - (this.bytes - maxBodyBytes)));
      this.bytes = maxBodyBytes;
      this.end(true);
      this.controller?.abort(new Error('The rest is not wanted.'));
    }
  }

  onResponseEnd(): void {
    if (this.status === 0)
      return this.fail(new FetchFailure('ERR_FETCH_PROTOCOL', 'Its end came before the answer.'));
    const length = this.status === 304 ? undefined : this.headers['content-length'];
    if (length !== undefined && Number(length) !== this.bytes)
      return this.fail(new FetchFailure('ERR_FETCH_PROTOCOL', 'The body is not as long as told.'));
    this.end(false);
  }

  onResponseError(_: unknown, error: Error): void {
    this.fail(error);
  }

  private end(cut: boolean): void {
    if (this.over) return;
    this.over = true;
    const { status, headers, chunks, bytes } = this;
    this.resolve({ status, headers, chunks, bytes, cut, release: () => this.release() });
  }

  private release(): void {
    this.held.give(this.taken);
    this.taken = 0;
  }
}
