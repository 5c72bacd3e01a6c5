import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { metricDefinitions, prometheusNames } from '@tocsin/telemetry/catalogue';
import { ROOT } from '../../stack/folders.js';
import { readingOf } from '../expressions.js';
import { faultsOf } from '../known-series.js';
import { alerts, recordings } from '../rules.js';
import { grafanaJson } from './dashboard.js';
import { dashboards } from './index.js';

const FOLDER = join(ROOT, 'deploy', 'grafana', 'dashboards');
const recorded = new Set(recordings.map(({ record }) => record));
const expressions = dashboards.flatMap(({ panels }) =>
  panels.flatMap(({ lines }) => lines.map(([expr]) => expr)),
);

describe('the dashboards', () => {
  it.each(dashboards)('$id is in its file as it is written here', (dashboard) => {
    const file = JSON.parse(readFileSync(join(FOLDER, `${dashboard.id}.json`), 'utf8')) as object;
    expect(file).toEqual(grafanaJson(dashboard));
  });

  it('are all that are shipped', () => {
    expect(readdirSync(FOLDER).sort()).toEqual(dashboards.map(({ id }) => `${id}.json`).sort());
  });

  it('read only what services give or rules record, by labels that it has', () => {
    expect(expressions.flatMap((expr) => faultsOf(expr, recorded))).toEqual([]);
  });

  it('name lines by labels that are left', () => {
    for (const { panels } of dashboards)
      for (const { lines } of panels)
        for (const [expr, legend] of lines) {
          const { series, groupedBy } = readingOf(expr);
          if (series.some(({ name }) => recorded.has(name))) continue;
          for (const [, label] of legend.matchAll(/\{\{(\w+)\}\}/g))
            expect({ expr, labels: groupedBy }).toMatchObject({
              labels: expect.arrayContaining([label]),
            });
        }
  });

  it('ask the source that Grafana is given', () => {
    const file = join(ROOT, 'deploy', 'grafana', 'provisioning', 'datasources', 'datasources.yml');
    const { datasources } = parse(readFileSync(file, 'utf8')) as { datasources: { uid: string }[] };
    expect(datasources.map(({ uid }) => uid)).toContain('prometheus');
  });

  it('and the alerts together show every metric', () => {
    const read = new Set(
      [...expressions, ...[...recordings, ...alerts].map(({ expr }) => expr)].flatMap((expr) =>
        readingOf(expr).series.map(({ name }) => name),
      ),
    );
    const unseen = metricDefinitions.filter(
      ([name, definition]) => !prometheusNames(name, definition).some((each) => read.has(each)),
    );
    expect(unseen.map(([name]) => name)).toEqual([]);
  });
});
