import { monitorEventLoopDelay, performance } from 'node:perf_hooks';
import { getHeapSpaceStatistics } from 'node:v8';
import { observe } from '../catalogue/instruments.js';

const NANOSECONDS = 1e9;
const MICROSECONDS = 1e6;
/** Milliseconds between two looks at the clock: delays below are not seen. */
const RESOLUTION_MS = 20;

/** Measures this process: event loop, CPU, memory. @returns what ends it */
export function observeProcess(): () => void {
  const delays = monitorEventLoopDelay({ resolution: RESOLUTION_MS });
  delays.enable();
  let last = performance.eventLoopUtilization();
  // The timer itself is not a delay; before its first tick the histogram has no values.
  const late = (ns: number) => Math.max(0, ns / NANOSECONDS - RESOLUTION_MS / 1_000) || 0;
  const ends = [
    observe('nodejs.eventloop.delay.p99', (tell) => tell(late(delays.percentile(99)), {})),
    observe('nodejs.eventloop.delay.max', (tell) => {
      tell(late(delays.max), {});
      delays.reset();
    }),
    observe('nodejs.eventloop.utilization', (tell) => {
      const now = performance.eventLoopUtilization();
      tell(performance.eventLoopUtilization(now, last).utilization, {});
      last = now;
    }),
    observe('process.cpu.time', (tell) => {
      const { user, system } = process.cpuUsage();
      tell(user / MICROSECONDS, { 'cpu.mode': 'user' });
      tell(system / MICROSECONDS, { 'cpu.mode': 'system' });
    }),
    observe('process.memory.usage', (tell) => tell(process.memoryUsage.rss(), {})),
    observe('v8js.memory.heap.used', (tell) => {
      for (const { space_name: name, space_used_size: used } of getHeapSpaceStatistics())
        tell(used, { 'v8js.heap.space.name': name });
    }),
  ];
  return () => {
    delays.disable();
    for (const end of ends) end();
  };
}
