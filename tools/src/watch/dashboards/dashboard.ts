/** A line of a panel: a PromQL expression, and what it is called with its labels in double braces. */
export type PanelLine = readonly [expression: string, legend: string];

export interface Panel {
  readonly title: string;
  /** Grafana's name of the unit: `s`, `short`, `percentunit`, `ops`, `bytes`. */
  readonly unit: string;
  readonly lines: readonly PanelLine[];
  /** Where the promise ends: drawn as a line. */
  readonly limit?: number;
}

export interface Dashboard {
  /** Its file's name, and the end of its address. */
  readonly id: string;
  readonly title: string;
  readonly description: string;
  /** Offered to choose from: a label, and a series that has all its values. */
  readonly choice?: { readonly label: string; readonly of: string };
  readonly panels: readonly Panel[];
}

const SOURCE = { type: 'prometheus', uid: 'prometheus' };
const [WIDTH, HEIGHT, ACROSS] = [12, 8, 2];

/** A dashboard as Grafana reads it from a file: panels two by two, in their order. */
export function grafanaJson({ id, title, description, choice, panels }: Dashboard): object {
  return {
    uid: `tocsin-${id}`,
    title: `Tocsin ${title}`,
    description,
    tags: ['tocsin'],
    schemaVersion: 41,
    refresh: '10s',
    time: { from: 'now-1h', to: 'now' },
    templating: { list: choice ? [variable(choice)] : [] },
    panels: panels.map(grafanaPanel),
  };
}

const variable = ({ label, of }: NonNullable<Dashboard['choice']>) => ({
  name: 'choice',
  label: label.replaceAll('_', ' '),
  type: 'query',
  datasource: SOURCE,
  query: `label_values(${of}, ${label})`,
  refresh: 2,
  includeAll: true,
  multi: true,
  current: { text: 'All', value: '$__all' },
});

function grafanaPanel({ title, unit, lines, limit }: Panel, at: number): object {
  const steps = [
    { color: 'green', value: null },
    ...(limit === undefined ? [] : [{ color: 'red', value: limit }]),
  ];
  return {
    id: at + 1,
    type: 'timeseries',
    title,
    datasource: SOURCE,
    gridPos: {
      h: HEIGHT,
      w: WIDTH,
      x: (at % ACROSS) * WIDTH,
      y: Math.floor(at / ACROSS) * HEIGHT,
    },
    fieldConfig: {
      defaults: {
        unit,
        min: 0,
        thresholds: { mode: 'absolute', steps },
        custom: {
          lineWidth: 1,
          fillOpacity: 10,
          thresholdsStyle: { mode: limit === undefined ? 'off' : 'line' },
        },
      },
      overrides: [],
    },
    options: { legend: { displayMode: 'list', placement: 'bottom' }, tooltip: { mode: 'multi' } },
    targets: lines.map(([expr, legendFormat], line) => ({
      refId: String.fromCharCode('A'.charCodeAt(0) + line),
      datasource: SOURCE,
      expr,
      legendFormat,
    })),
  };
}
