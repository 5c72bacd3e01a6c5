import { createHash } from 'node:crypto';
import { seeded } from '../corpus/random.js';
import type { Boundary } from './boundary.js';
import { mutated } from './mutate.js';

/** An input that got what no input may get. */
export interface Defect {
  readonly what: string;
  readonly input: Buffer;
  /** Names the input in reports and files. */
  readonly hash: string;
}

/** What became of a boundary's inputs. */
export interface Tally {
  readonly boundary: string;
  readonly inputs: number;
  /** How many got what, most first. */
  readonly outcomes: ReadonlyMap<string, number>;
  /** Milliseconds of CPU of the slowest input: a busy machine makes none slower. */
  readonly slowestMs: number;
  /** Milliseconds of the whole. */
  readonly tookMs: number;
  /** One of each kind. */
  readonly defects: readonly Defect[];
}

export interface Tries {
  /** Tried as they are, before anything is made from them. */
  readonly seeds: readonly Buffer[];
  readonly inputs: number;
  readonly seed: number;
  /** Milliseconds of CPU that one input may take; slower ones are defects. */
  readonly limitMs: number;
}

/** Reads the seeds and so many inputs made from them. */
export function tryInputs(boundary: Boundary, { seeds, inputs, seed, limitMs }: Tries): Tally {
  const random = seeded(seed);
  const outcomes = new Map<string, number>();
  const defects = new Map<string, Defect>();
  const begin = performance.now();
  let slowestMs = 0;
  for (let index = 0; index < seeds.length + inputs; index += 1) {
    const input = seeds[index] ?? mutated({ seeds, pieces: boundary.pieces }, random);
    const before = process.cpuUsage();
    const { outcome, defect } = read(boundary, input);
    const { user, system } = process.cpuUsage(before);
    const ms = (user + system) / 1_000;
    slowestMs = Math.max(slowestMs, ms);
    outcomes.set(outcome, (outcomes.get(outcome) ?? 0) + 1);
    const what = defect ?? (ms > limitMs ? `took more than ${limitMs} ms of CPU` : undefined);
    if (what !== undefined && !defects.has(what))
      defects.set(what, { what, input, hash: hashOf(input) });
  }
  return {
    boundary: boundary.name,
    inputs: seeds.length + inputs,
    outcomes: new Map([...outcomes].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1))),
    slowestMs,
    tookMs: performance.now() - begin,
    defects: [...defects.values()],
  };
}

function read(boundary: Boundary, input: Buffer): { outcome: string; defect?: string } {
  try {
    return { outcome: boundary.read(input) };
  } catch (error) {
    const {
      code,
      name = 'thrown',
      message = String(error),
    } = error as Partial<Error> & { code?: unknown };
    if (typeof code === 'string' && boundary.codes.includes(code)) return { outcome: code };
    // Without what differs from input to input, so that a defect is told once.
    const what = `${name}: ${message.replace(/\d+/g, 'N').slice(0, 160)}`;
    return { outcome: 'DEFECT', defect: what };
  }
}

const hashOf = (input: Buffer): string =>
  createHash('sha256').update(input).digest('hex').slice(0, 12);
