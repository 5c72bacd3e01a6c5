import { join, resolve } from 'node:path';
import { progress } from '../../stack/progress.js';
import { benchOptions } from '../options.js';
import type { BenchPart } from '../part.js';
import { bareByHost, bareInTurn } from './bare.js';
import { measure, type Measurement } from './measure.js';
import { ours } from './ours.js';
import { profileText, readProfiles } from './profile.js';
import { compare, reportText } from './report.js';

const CONTESTANTS = [bareByHost, ours, bareInTurn];

const DEFAULTS = {
  hosts: 2_000,
  pages: 50,
  'page-kb': 30,
  concurrency: 64,
  processes: [1, 2],
  'latency-ms': [0],
};

/** The fetcher beside undici alone, over a farm of sites on loopback. */
export const fetcher: BenchPart = {
  help: [
    'our fetcher beside a bare undici pool that makes the same requests, over sites on loopback',
    '--hosts N (2000)   --pages N of each host (50)   --page-kb N (30)',
    '--processes N,… (1,2)   --concurrency N a process (64)   --latency-ms N,… (0)',
    '--profile FOLDER for a CPU profile of each of our processes, and whose code took the time',
  ],
  async run(args, signal) {
    const options = benchOptions(args, DEFAULTS, ['profile']);
    const { hosts: sites, pages, 'page-kb': pageKb, concurrency, profile } = options;
    const measurements: Measurement[] = [];
    for (const latencyMs of options['latency-ms']) {
      const plan = { sites, pages, pageKb, latencyMs, tarpits: 0 };
      for (const processes of options.processes) {
        // In turn within minutes, so that a busy machine strikes all of them alike.
        for (const contestant of CONTESTANTS) {
          progress(`${contestant.name}: ${processes} processes, ${latencyMs} ms latency`);
          const profileFolder = profile && folderOf(profile, { processes, latencyMs });
          const how = { processes, concurrency, profileFolder, signal };
          const result = await measure(contestant, plan, how);
          progress(`${result.pagesPerSecond.toFixed(0)} pages a second`);
          measurements.push(result);
        }
      }
    }
    const comparisons = compare(measurements, ours.name);
    return {
      report: { part: 'fetcher', ...options, measurements, comparisons },
      text:
        reportText(measurements, comparisons) +
        (profile ? profileTexts(profile, measurements) : ''),
    };
  },
};

type Run = Pick<Measurement, 'processes' | 'latencyMs'>;

const folderOf = (profile: string, { processes, latencyMs }: Run): string =>
  join(resolve(profile), `${processes}-processes-${latencyMs}-ms`);

function profileTexts(profile: string, measurements: readonly Measurement[]): string {
  return measurements
    .filter(({ contestant }) => contestant === ours.name)
    .flatMap((run) => {
      const folder = folderOf(profile, run);
      const texts = readProfiles(folder).map((each) =>
        profileText(each, run.pages / run.processes),
      );
      return [folder, ...texts, ''];
    })
    .join('\n');
}
