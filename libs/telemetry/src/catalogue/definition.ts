import type { AttributeName } from './attributes.js';

/** Kinds of instruments; observed ones are asked at each collection, the others are told. */
export type MetricKind =
  | 'counter'
  | 'histogram'
  | 'observable counter'
  | 'observable up-down counter'
  | 'observable gauge';

/** What is measured, so that whoever reads a dashboard need not read the code. */
export interface MetricDefinition {
  readonly kind: MetricKind;
  /** By UCUM: `s`, `By`, `1`, or a thing in braces. */
  readonly unit: string;
  readonly attributes: readonly AttributeName[];
  readonly meaning: string;
  /** Upper bounds of a histogram's buckets, in its unit. */
  readonly buckets?: readonly number[];
}

export type Definitions = Readonly<Record<string, MetricDefinition>>;

/** Seconds: from work in memory to what a deadline ends. */
export const SECONDS = [0.001, 0.0025, 0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10, 30];

/** Seconds of an answer; 0.3 is the promise. */
export const ANSWER_SECONDS = [0.005, 0.01, 0.025, 0.05, 0.1, 0.2, 0.3, 0.5, 1, 2.5, 5, 10];

/** Seconds from a fetch to where an article can be read; 120 is the promise. */
export const FRESHNESS_SECONDS = [0.5, 1, 2, 5, 10, 20, 30, 60, 120, 300, 600, 1_800, 3_600];
