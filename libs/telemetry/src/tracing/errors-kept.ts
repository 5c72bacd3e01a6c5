import type { Attributes } from '@opentelemetry/api';
import { type Sampler, SamplingDecision, type SamplingResult } from '@opentelemetry/sdk-trace';

/**
 * Keeps every span that begins with its error, whatever the share of traces that is kept. A sampler decides
 * at the beginning and most errors come later: those who know of one that would be lost make a span of it.
 */
export class ErrorsKept implements Sampler {
  constructor(private readonly inner: Sampler) {}

  shouldSample(...given: Parameters<Sampler['shouldSample']>): SamplingResult {
    const attributes: Attributes = given[4];
    return attributes['error.type'] === undefined
      ? this.inner.shouldSample(...given)
      : { decision: SamplingDecision.RECORD_AND_SAMPLED };
  }

  toString(): string {
    return `ErrorsKept{${this.inner.toString()}}`;
  }
}
