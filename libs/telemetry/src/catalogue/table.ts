import { attributes } from './attributes.js';
import { metricDefinitions, seriesLimit } from './catalogue.js';
import { prometheusNames } from './prometheus-name.js';

const INTRODUCTION = `# Metrics

Generated from \`libs/telemetry/src/catalogue\` by \`npm run generate\`; every instrument in the code is made from it.
Names without \`tocsin.\` are OpenTelemetry's own. Each service gives them at \`/metrics\` under their Prometheus name,
and by OTLP where a collector is set.
`;

const code = (text: string) => `\`${text}\``;

/** A table as Prettier lays it out, so that the file passes the check of form. */
function table(rows: readonly (readonly string[])[]): string[] {
  const [head = []] = rows;
  const widths = head.map((_, at) => Math.max(3, ...rows.map((cells) => cells[at]?.length ?? 0)));
  const line = (cells: readonly string[], filler = ' ') =>
    `| ${cells.map((cell, at) => cell.padEnd(widths[at] ?? 0, filler)).join(' | ')} |`;
  return [
    line(head),
    line(
      head.map(() => ''),
      '-',
    ),
    ...rows.slice(1).map((cells) => line(cells)),
  ];
}

/** The text of `docs/metrics.md`. */
export function renderMetricTable(): string {
  const metrics = metricDefinitions.map(([name, definition]) => {
    const { kind, unit, attributes: names, meaning } = definition;
    const [first = '', ...others] = prometheusNames(name, definition);
    const prometheus =
      others.length === 0 ? first : first.replace(/_bucket$/, '_{bucket,count,sum}');
    const cells = [
      code(name),
      code(prometheus),
      kind,
      code(unit),
      names.map(code).join(', ') || '–',
    ];
    return [...cells, String(seriesLimit(definition)), meaning];
  });
  const values = Object.entries(attributes).map(([name, { values: are, most }]) => [
    code(name),
    String(most),
    are,
  ]);
  return [
    INTRODUCTION,
    ...table([
      ['metric', 'in Prometheus', 'kind', 'unit', 'attributes', 'series at most', 'meaning'],
      ...metrics,
    ]),
    '',
    '## Attributes',
    '',
    'No metric has an attribute that can take any number of values: URLs, hosts and ids are in spans and logs. Dots are',
    'underscores in Prometheus. What goes beyond the series at most of one process falls into one series of overflow.',
    '',
    ...table([['attribute', 'values at most', 'values'], ...values]),
    '',
  ].join('\n');
}
