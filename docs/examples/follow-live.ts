/**
 * Keeps a table of incidents current over HTTP: a snapshot, then the live stream from the snapshot's place on. Needs
 * Node.js 22.18 or newer and nothing else.
 *
 *   STORE_URL=http://127.0.0.1:28080 API_KEY=… node follow-live.ts
 *
 * Prints one JSON line for each change of the table.
 */
interface Incident {
  readonly incidentId: string;
  readonly revision: number;
  readonly lifecycle: 'active' | 'merged' | 'retracted';
}

const { STORE_URL = 'http://127.0.0.1:28080', API_KEY, STALE_MS = '600000' } = process.env;
const authorized: Record<string, string> = API_KEY ? { authorization: `Bearer ${API_KEY}` } : {};
const table = new Map<string, Incident>();
const print = (event: string, about: object) => console.log(JSON.stringify({ event, ...about }));

/** Text of an answer, cut where `separator` stands. */
async function* parts(response: Response, separator: string): AsyncGenerator<string> {
  if (!response.ok || !response.body) throw new Error(`status ${response.status}`);
  let rest = '';
  for await (const chunk of response.body.pipeThrough(new TextDecoderStream())) {
    const whole = (rest + chunk).split(separator);
    rest = whole.pop() as string;
    yield* whole;
  }
}

async function snapshot(): Promise<string> {
  let position = '';
  let isWhole = false;
  for await (const line of parts(
    await fetch(`${STORE_URL}/v1/snapshot`, { headers: authorized }),
    '\n',
  )) {
    const part = JSON.parse(line);
    if (part.kind === 'snapshot') position = part.position;
    if (part.kind === 'incident') table.set(part.incident.incidentId, part.incident);
    isWhole ||= part.kind === 'end';
  }
  if (!isWhole) throw new Error('the snapshot broke off');
  print('begun', { incidents: table.size, position });
  return position;
}

function take(incident: Incident): void {
  if (incident.revision <= (table.get(incident.incidentId)?.revision ?? 0)) return;
  if (incident.lifecycle === 'active') table.set(incident.incidentId, incident);
  else table.delete(incident.incidentId);
  print(incident.lifecycle === 'active' ? 'held' : 'dropped', { incident });
}

function drop(incident: Incident): void {
  if (table.delete(incident.incidentId)) print('dropped', { incident });
}

let position = await snapshot();
for (;;) {
  try {
    // Silence longer than three heartbeats: the connection is dead, whatever TCP thinks.
    const silence = new AbortController();
    let timer = setTimeout(() => silence.abort(), 45_000);
    const response = await fetch(`${STORE_URL}/v1/incidents/stream`, {
      headers: { ...authorized, 'last-event-id': position },
      signal: silence.signal,
    });
    for await (const text of parts(response, '\n\n')) {
      clearTimeout(timer);
      timer = setTimeout(() => silence.abort(), 45_000);
      const field = (name: string) => new RegExp(`^${name}: (.*)$`, 'm').exec(text)?.[1];
      const data = field('data');
      if (data === undefined) continue;
      if (field('event') === 'incident') take(JSON.parse(data) as Incident);
      // Only of a stream with filters: it no longer satisfies them.
      else if (field('event') === 'left') drop(JSON.parse(data) as Incident);
      else {
        // The store is there. When the line last brought anything at all, it says beside it.
        const { at, heardAt } = JSON.parse(data) as { at: string; heardAt: string | null };
        const age = Date.parse(at) - Date.parse(heardAt ?? '1970-01-01');
        print(age <= Number(STALE_MS) ? 'alive' : 'stale', { at, heardAt });
      }
      position = field('id') ?? position;
    }
  } catch (error) {
    print('lost', { why: String(error) });
  }
  await new Promise((resolve) => setTimeout(resolve, 3_000));
}
