import { afterEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '../start-telemetry.js';

let telemetry: Telemetry;
afterEach(() => telemetry.shutdown());

const valueOf = (text: string, series: RegExp) => Number(series.exec(text)?.[1]);

describe('a process with telemetry', () => {
  it('tells of its event loop, CPU time and memory', async () => {
    telemetry = startTelemetry({
      serviceName: 'spec',
      config: { sampler: 'always_off', samplerRatio: 1 },
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const until = performance.now() + 200;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const text = await telemetry.renderMetrics();
    expect(valueOf(text, /^nodejs_eventloop_delay_max\{.*\} (\S+)/m)).toBeGreaterThan(0.1);
    expect(valueOf(text, /^nodejs_eventloop_utilization\{.*\} (\S+)/m)).toBeGreaterThan(0.1);
    expect(valueOf(text, /^process_cpu_time_total\{.*cpu_mode="user".*\} (\S+)/m)).toBeGreaterThan(
      0,
    );
    expect(valueOf(text, /^process_memory_usage\{.*\} (\S+)/m)).toBeGreaterThan(1e7);
    expect(text).toMatch(/^v8js_memory_heap_used\{.*v8js_heap_space_name="old_space"/m);
  });

  it('forgets a delay once it has been told', async () => {
    telemetry = startTelemetry({
      serviceName: 'spec',
      config: { sampler: 'always_off', samplerRatio: 1 },
    });
    await new Promise((resolve) => setTimeout(resolve, 60));
    const until = performance.now() + 400;
    while (performance.now() < until);
    await new Promise((resolve) => setTimeout(resolve, 60));
    const max = /^nodejs_eventloop_delay_max\{.*\} (\S+)/m;
    const first = valueOf(await telemetry.renderMetrics(), max);
    const second = valueOf(await telemetry.renderMetrics(), max);
    expect(first).toBeGreaterThan(0.3);
    expect(second).toBeLessThan(first);
  });
});
