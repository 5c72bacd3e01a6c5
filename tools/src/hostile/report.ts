import type { RunFacts } from '../reports/run-facts.js';
import type { Boundary } from './boundary.js';
import type { Tally } from './try-inputs.js';

/** What a run was, for whoever wants to run it again. */
export interface HostileFacts extends RunFacts {
  readonly seed: number;
  readonly limitMs: number;
}

/** One boundary's part of the report, as JSON has it. */
export interface Result {
  readonly boundary: string;
  readonly description: string;
  readonly inputs: number;
  readonly outcomes: Readonly<Record<string, number>>;
  readonly slowestMs: number;
  readonly perSecond: number;
  readonly defects: readonly { readonly what: string; readonly input: string }[];
}

export interface Report extends HostileFacts {
  readonly inputs: number;
  readonly defects: number;
  readonly boundaries: readonly Result[];
}

/** @param all in the order of the tallies */
export function reportOf(
  facts: HostileFacts,
  all: readonly Boundary[],
  tallies: readonly Tally[],
): Report {
  const boundaries = tallies.map((tally, index) => ({
    boundary: tally.boundary,
    description: all[index]?.description ?? '',
    inputs: tally.inputs,
    outcomes: Object.fromEntries(tally.outcomes),
    slowestMs: Math.round(tally.slowestMs),
    perSecond: Math.round((1_000 * tally.inputs) / Math.max(1, tally.tookMs)),
    defects: tally.defects.map(({ what, hash }) => ({ what, input: hash })),
  }));
  return {
    ...facts,
    inputs: boundaries.reduce((sum, { inputs }) => sum + inputs, 0),
    defects: boundaries.reduce((sum, { defects }) => sum + defects.length, 0),
    boundaries,
  };
}

export function asMarkdown(report: Report): string {
  const { date, seed, limitMs, commit, machine, versions, inputs, defects, boundaries } = report;
  const number = (value: number) => value.toLocaleString('en');
  const rows = boundaries.map(({ boundary, description, outcomes, slowestMs, ...rest }) => {
    const got = Object.entries(outcomes).map(([outcome, count]) => `${outcome} ${number(count)}`);
    return `| \`${boundary}\` | ${description} | ${number(rest.inputs)} | ${got.join(', ')} | ${slowestMs} | ${rest.defects.length} |`;
  });
  const found = boundaries.flatMap(({ boundary, defects: list }) =>
    list.map(({ what, input }) => `- \`${boundary}\`: ${what} (input \`${input}\`)`),
  );
  return `# Hostile input

Made by \`npm run hostile -- --seed ${seed}\` on ${date} at commit ${commit}; ${machine}; ${Object.entries(
    versions,
  )
    .map(([name, version]) => `${name} ${version}`)
    .join(', ')}.

${number(inputs)} inputs at ${boundaries.length} boundaries: **${defects} defects**. An input is a saved one of \`tools/hostile\` or is made from those by one to six
mutations (bytes changed, taken out, put in, repeated up to 3,000 times, crossed with others), at most 64 KiB. It is a defect when a
boundary throws anything without a code that it declares, takes more than ${number(limitMs)} ms of CPU, or makes of it what breaks a promise (an
item that leads elsewhere than to the web, a quote that is not in its text, a record that breaks its contract or changes when it is
read again). What each kind got is counted: words are what was made of it, codes are refusals.

| boundary | reads | inputs | what they got | slowest, ms of CPU | defects |
| -------- | ----- | ------ | ------------- | ----------- | ------- |
${rows.join('\n')}
${found.length > 0 ? `\n## Defects\n\n${found.join('\n')}\n` : ''}
Larger inputs and what costs more than its length are the growth specs' matter (\`growth.spec.ts\`, \`hostile-growth.spec.ts\`,
\`hostile-pages.spec.ts\`), hostile servers that of \`libs/fetching/src/hostile\`.
`;
}
