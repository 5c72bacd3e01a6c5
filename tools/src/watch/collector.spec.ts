import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { spanName } from '@tocsin/messaging';
import { parse } from 'yaml';
import { ROOT } from '../stack/folders.js';

interface Policy {
  readonly type: string;
  readonly status_code?: { readonly status_codes: readonly string[] };
  readonly string_attribute?: { readonly key: string; readonly values: readonly string[] };
  readonly probabilistic?: { readonly sampling_percentage: string };
}
const config = parse(readFileSync(join(ROOT, 'deploy', 'otel', 'collector.yaml'), 'utf8')) as {
  receivers: { otlp: { protocols: Record<string, { endpoint: string }> } };
  processors: { tail_sampling: { policies: readonly Policy[] } };
  service: {
    pipelines: Record<string, { receivers: string[]; processors: string[]; exporters: string[] }>;
  };
};
const { policies } = config.processors.tail_sampling;
const policy = (type: string) => policies.find((each) => each.type === type);

describe('the collector', () => {
  it('keeps every trace with an error, and every trace that led to an incident', () => {
    expect(policy('status_code')?.status_code?.status_codes).toEqual(['ERROR']);
    const { key, values } = policy('string_attribute')?.string_attribute ?? {};
    expect(key).toBe('messaging.destination.name');
    expect(values?.map(spanName.process)).toEqual(['process incident-revised']);
  });

  it('keeps a share of the others that is set from outside, all unless it is', () => {
    expect(policy('probabilistic')?.probabilistic?.sampling_percentage).toBe(
      '${env:TOCSIN_TRACE_PERCENT:-100}',
    );
  });

  it('decides on whole trees before it puts them into batches', () => {
    const { receivers, processors } = config.service.pipelines['traces']!;
    expect(receivers).toEqual(['otlp']);
    expect(processors.indexOf('tail_sampling')).toBeLessThan(processors.indexOf('batch'));
  });

  it('listens where the services send', () => {
    const { fetcher } = (
      parse(readFileSync(join(ROOT, 'docker-compose.yml'), 'utf8'), { merge: true }) as {
        services: Record<string, { environment: Record<string, string> }>;
      }
    ).services;
    const port = config.receivers.otlp.protocols['http']?.endpoint.split(':').at(-1);
    expect(fetcher?.environment['OTEL_EXPORTER_OTLP_ENDPOINT']).toBe(
      `http://otel-collector:${port}`,
    );
  });
});
