import { afterEach, beforeEach, describe, expect, it } from '@jest/globals';
import { startTelemetry, type Telemetry } from '../start-telemetry.js';
import { observeCalls, type CallHooks } from './observe-calls.js';

let telemetry: Telemetry;
let answered: Parameters<CallHooks['addHook']>[1];
beforeEach(() => {
  telemetry = startTelemetry({
    serviceName: 'spec',
    config: { sampler: 'always_off', samplerRatio: 1 },
  });
  observeCalls({ addHook: (_, hook) => (answered = hook) });
});
afterEach(() => telemetry.shutdown());

const call = (method: string, url: string | undefined) =>
  answered(
    { method, routeOptions: url === undefined ? {} : { url } },
    { statusCode: url === undefined ? 404 : 200, elapsedTime: 250 },
    () => undefined,
  );
const series = async () =>
  (await telemetry.renderMetrics()).match(/^http_server_request_duration_count\{.*\} \d+/gm) ?? [];

describe('calls that a service answers', () => {
  it('are measured by their route as it is declared', async () => {
    call('GET', '/v1/incidents/:id');
    call('GET', '/v1/incidents/:id');
    const [only, ...others] = await series();
    expect(others).toEqual([]);
    expect(only).toContain('http_route="/v1/incidents/:id"');
    expect(only).toContain('http_response_status_code="200"');
    expect(only).toMatch(/ 2$/);
    expect(await telemetry.renderMetrics()).toMatch(
      /http_server_request_duration_bucket\{.*le="0.3"\} 2/,
    );
  });

  it('make no series of what callers invent', async () => {
    for (const method of ['GET', 'BREW', 'PROPFIND']) call(method, undefined);
    expect((await series()).length).toBe(2);
    expect(await telemetry.renderMetrics()).toContain('http_request_method="_OTHER"');
  });
});
