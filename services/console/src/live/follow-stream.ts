import { followChanges, OVERLAP_MS, type ChangePage, type Following } from './follow-changes.js';

/** What is used of `EventSource`. */
export interface Stream {
  addEventListener(type: string, listener: (event: { readonly data?: unknown }) => void): void;
  close(): void;
  /** 2 is closed for good: a browser comes back by itself from everything but a refusal. */
  readonly readyState: number;
}

export interface StreamFollowing extends Following {
  readonly open: () => Stream;
  /** Ends when the page is hidden, for a browser keeps few connections; at once if it is. */
  readonly untilHidden: (signal: AbortSignal) => Promise<void>;
}

const CLOSED = 2;
/** Changes are shown together that come within this, ms: a thousand a second can't be drawn one by one. */
const GATHER_MS = 400;

/**
 * Follows by the API's stream for as long as somebody is looking, and asks once at each beginning for what
 * changed in between. Where there is no stream to be had, by asking again and again. Never throws.
 */
export async function followStream(sinceMs: number, following: StreamFollowing): Promise<void> {
  const { signal, pause } = following;
  let since = sinceMs;
  while (!signal.aborted) {
    const result = await followOnce(since, following);
    since = result.sinceMs;
    if (result.isRefused) return followChanges(since, following);
    // Waits for as long as the page is hidden.
    await pause(0);
  }
}

interface Followed {
  /** Up to where nothing can have been missed. */
  readonly sinceMs: number;
  readonly isRefused: boolean;
}

async function followOnce(sinceMs: number, following: StreamFollowing): Promise<Followed> {
  const { open, untilHidden, onState, signal } = following;
  const gathered = gather(following);
  const stream = open();
  const leaving = new AbortController();
  const over = AbortSignal.any([signal, leaving.signal]);
  let lastMs = sinceMs;
  let isRefused = false;
  let beginning = Promise.resolve();
  stream.addEventListener('open', () => {
    onState('live');
    beginning = catchUp(lastMs, following).then((ms) => void (lastMs = Math.max(lastMs, ms)));
  });
  stream.addEventListener('incident', ({ data }) => gathered.add(data));
  stream.addEventListener('heartbeat', ({ data }) => {
    lastMs = Math.max(lastMs, momentOf(data));
  });
  stream.addEventListener('error', () => {
    onState('lost');
    if (stream.readyState !== CLOSED) return;
    isRefused = true;
    leaving.abort();
  });
  await untilHidden(over);
  stream.close();
  await beginning;
  gathered.flush();
  return { sinceMs: lastMs, isRefused };
}

/** One question for what changed between the list and the stream. @returns the API's clock at the answer */
async function catchUp(sinceMs: number, following: StreamFollowing): Promise<number> {
  const { ask, onChanges, onFlood, signal } = following;
  try {
    const { body, atMs } = await ask(sinceMs - OVERLAP_MS);
    if (signal.aborted) return sinceMs;
    if (body.nextCursor !== null) onFlood();
    else if (body.items.length > 0) onChanges(body.items);
    return atMs ?? sinceMs;
  } catch {
    return sinceMs;
  }
}

function gather({ onChanges, signal }: StreamFollowing) {
  let waiting: ChangePage['items'][number][] = [];
  let timer: ReturnType<typeof setTimeout> | undefined;
  const flush = () => {
    clearTimeout(timer);
    timer = undefined;
    const changes = waiting;
    waiting = [];
    if (changes.length > 0 && !signal.aborted) onChanges(changes);
  };
  const add = (data: unknown) => {
    waiting.push(JSON.parse(String(data)) as ChangePage['items'][number]);
    timer ??= setTimeout(flush, GATHER_MS);
  };
  return { add, flush };
}

function momentOf(data: unknown): number {
  const { at } = JSON.parse(String(data)) as { readonly at?: unknown };
  return Date.parse(String(at)) || 0;
}
