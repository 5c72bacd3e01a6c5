import { Readable } from 'node:stream';
import type { LiveEvent } from './live-incidents.js';
import { positionText } from './position.js';

/** How long a browser waits before it comes again, ms. */
const RETRY_MS = 3_000;

/** Live events as a stream of `text/event-stream`; a client that reads slowly is waited for. */
export const eventStream = (events: AsyncIterable<LiveEvent>): Readable =>
  Readable.from(textsOf(events), { objectMode: false, highWaterMark: 64 * 1024 });

async function* textsOf(events: AsyncIterable<LiveEvent>): AsyncGenerator<string> {
  yield `retry: ${RETRY_MS}\n\n`;
  for await (const event of events) yield eventText(event);
}

/** One event; JSON has no line breaks of its own, so that its data is one line. */
export function eventText(event: LiveEvent): string {
  const id = positionText(event.place);
  const data = event.kind === 'heartbeat' ? JSON.stringify(event.fresh) : event.json;
  return `id: ${id}\nevent: ${event.kind}\ndata: ${data}\n\n`;
}
