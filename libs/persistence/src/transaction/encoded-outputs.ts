import { deadLetter, type OutgoingRecord, type Outcome, type Output } from '@tocsin/messaging';
import type { RawMessage } from '@tocsin/messaging';

/**
 * Makes the record that will be published of an output: validates, encodes and sets every header, the trace
 * context of `source` included. `place` is the output's index among those of its message.
 */
export type OutboxEncoder = (output: Output, place: number, source: RawMessage) => OutgoingRecord;

/**
 * The records of an outcome that may be applied, or the outcome of one that may not. An output that breaks
 * its contract makes its message a dead letter: no repetition mends it.
 */
export function encodedOrFailed(
  outcome: Outcome,
  source: RawMessage,
  encode: OutboxEncoder,
): { readonly records: readonly OutgoingRecord[] } | { readonly failure: Outcome } {
  if (outcome.kind === 'retry' || outcome.kind === 'deadLetter') return { failure: outcome };
  try {
    return { records: outcome.outputs.map((output, place) => encode(output, place, source)) };
  } catch (error) {
    return { failure: deadLetter('PERMANENT', error as Error) };
  }
}
