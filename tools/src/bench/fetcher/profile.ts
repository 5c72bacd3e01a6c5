import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';

/** The part that is read of what `node --cpu-prof` writes. */
export interface CpuProfile {
  readonly nodes: readonly {
    readonly id: number;
    readonly children?: readonly number[];
    readonly callFrame: {
      readonly functionName: string;
      readonly url: string;
      readonly lineNumber: number;
    };
  }[];
  readonly samples: readonly number[];
  /** Microseconds between a sample and the one before. */
  readonly timeDeltas: readonly number[];
}

/** Milliseconds of the main thread's own time. */
export interface ProfileShares {
  readonly busyMs: number;
  /** By package, or part of Node.js. */
  readonly buckets: readonly Share[];
  readonly functions: readonly Share[];
}

export interface Share {
  readonly name: string;
  readonly ms: number;
}

const TOP_FUNCTIONS = 40;

/** Whose code a function is. */
export function bucketOf(functionName: string, url: string): string {
  const inPackage = url.lastIndexOf('/node_modules/');
  if (inPackage >= 0) {
    const [first = '', second = ''] = url.slice(inPackage + '/node_modules/'.length).split('/');
    const name = first.startsWith('@') ? `${first}/${second}` : first;
    if (name.startsWith('@opentelemetry/')) return '@opentelemetry';
    return name.startsWith('pg') ? 'pg' : name;
  }
  const ours = /\/((?:libs|services)\/[^/]+)\/dist\//.exec(url);
  if (ours) return ours[1] as string;
  if (url.startsWith('node:')) return url.replace('internal/', '').split('/')[0] as string;
  return functionName.startsWith('(') ? functionName : 'native';
}

/** Node.js's own work that is a cost of its own, whoever asked for it. */
const APART = new Set(['node:zlib', 'node:crypto']);
const isPlatform = (bucket: string) =>
  bucket === 'native' || (bucket.startsWith('node:') && !APART.has(bucket));

/**
 * Each node's bucket. Time in Node.js itself, most of it system calls, counts for the nearest caller
 * that is a package; so long as none is near, for itself.
 */
function bucketsOf(nodes: CpuProfile['nodes']): Map<number, string> {
  const parentOf = new Map(nodes.flatMap(({ id, children = [] }) => children.map((c) => [c, id])));
  const own = new Map(nodes.map(({ id, callFrame: f }) => [id, bucketOf(f.functionName, f.url)]));
  const bucketFor = (id: number): string => {
    const bucket = own.get(id) as string;
    for (let at: number | undefined = id; at !== undefined; at = parentOf.get(at)) {
      const caller = own.get(at) as string;
      if (!isPlatform(caller)) return caller.startsWith('(') ? bucket : caller;
    }
    return bucket;
  };
  return new Map(nodes.map(({ id }) => [id, bucketFor(id)]));
}

export function sharesOf({ nodes, samples, timeDeltas }: CpuProfile): ProfileShares {
  const frames = new Map(nodes.map(({ id, callFrame }) => [id, callFrame]));
  const bucketById = bucketsOf(nodes);
  const buckets = new Map<string, number>();
  const functions = new Map<string, number>();
  let busyMs = 0;
  samples.forEach((id, i) => {
    const frame = frames.get(id);
    if (!frame || frame.functionName === '(idle)') return;
    const ms = (timeDeltas[i] ?? 0) / 1_000;
    const bucket = bucketById.get(id) as string;
    const name = `${frame.functionName || '(anonymous)'} ${bucket}:${frame.url.split('/').at(-1)}:${frame.lineNumber + 1}`;
    busyMs += ms;
    buckets.set(bucket, (buckets.get(bucket) ?? 0) + ms);
    functions.set(name, (functions.get(name) ?? 0) + ms);
  });
  return { busyMs, buckets: sorted(buckets), functions: sorted(functions).slice(0, TOP_FUNCTIONS) };
}

const sorted = (times: ReadonlyMap<string, number>): Share[] =>
  [...times].map(([name, ms]) => ({ name, ms })).sort((a, b) => b.ms - a.ms);

/** Every profile of a folder. */
export function readProfiles(folder: string): ProfileShares[] {
  return readdirSync(folder)
    .filter((name) => name.endsWith('.cpuprofile'))
    .map((name) => sharesOf(JSON.parse(readFileSync(join(folder, name), 'utf8')) as CpuProfile));
}

/** For people: milliseconds of the main thread's own time a page. */
export function profileText({ busyMs, buckets, functions }: ProfileShares, pages: number): string {
  const line = ({ name, ms }: Share) =>
    `  ${(ms / pages).toFixed(3)}  ${((100 * ms) / busyMs).toFixed(1).padStart(4)} %  ${name}`;
  return [
    `main thread: ${(busyMs / pages).toFixed(2)} ms a page`,
    ...buckets.map(line),
    'functions',
    ...functions.map(line),
  ].join('\n');
}
