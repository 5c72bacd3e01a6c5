import type { Growth } from './growth.js';
import type { Took } from './measure.js';
import type { BenchTexts } from './texts.js';

/** What the measuring process is told. */
export interface MeasureTask {
  readonly texts: BenchTexts;
  readonly rounds: number;
}

/** What it answers. */
export interface Measured {
  /** Other articles that were read before. */
  readonly warmUp: number;
  readonly incidents: { readonly ours: Took; readonly floor: Took };
  readonly mix: { readonly ours: Took; readonly floor: Took };
  readonly growth: readonly Growth[];
  readonly gate: {
    /** Articles of the mix from sets that are not on incidents. */
    readonly others: number;
    readonly passing: number;
    /** Of those that pass: with a mention that may be published. */
    readonly publishing: number;
    readonly incidentsPassing: number;
    /** CPU of one look at one of the others. */
    readonly microseconds: number;
  };
  readonly memory: Memory;
}

/** Bytes, except for the time. */
export interface Memory {
  /** On the clock: importing, lexicons, gazetteer. */
  readonly loadMs: number;
  /** Of the process before that. */
  readonly bareRss: number;
  /** After it, garbage collected. */
  readonly loadedRss: number;
  readonly loadedHeap: number;
  readonly loadedBuffers: number;
  /** At the end, the texts included. */
  readonly peakRss: number;
}
