import { describe, expect, it } from '@jest/globals';
import { samplerOf } from './sampler.js';

describe('a sampler by its standard name', () => {
  it.each([
    ['always_on', 'AlwaysOnSampler'],
    ['always_off', 'AlwaysOffSampler'],
    ['traceidratio', 'TraceIdRatioBased{0.25}'],
    ['parentbased_always_on', 'ParentBased{root=AlwaysOnSampler'],
    ['parentbased_always_off', 'ParentBased{root=AlwaysOffSampler'],
    ['parentbased_traceidratio', 'ParentBased{root=TraceIdRatioBased{0.25}'],
  ] as const)('%s', (name, described) => {
    expect(samplerOf(name, 0.25).toString()).toContain(described);
  });
});
