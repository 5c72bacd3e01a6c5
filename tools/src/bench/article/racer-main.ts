import { CONTESTANTS } from './contestant.js';
import { loadPages } from './pages.js';
import { roundOf } from './plan.js';
import type { RacerReady, RacerTask, TurnResult } from './racer.js';
import { cpuMsSince, takeTurn } from './turn.js';

// One contestant in a process of its own: nobody else's garbage, nobody else's types at its calls.
process.once('disconnect', () => process.exit());
const { name, source } = JSON.parse(process.argv[2] ?? '') as RacerTask;
const pages = await loadPages(source);
const round = roundOf(pages);
const readPage = await CONTESTANTS[name].load();
takeTurn(readPage, round);
let cpu = process.cpuUsage();
process.on('message', ({ from, to }: { from: number; to: number }) => {
  const readings = takeTurn(readPage, round.slice(from, to));
  const cpuMs = cpuMsSince(cpu);
  cpu = process.cpuUsage();
  const peakRssBytes = process.resourceUsage().maxRSS * 1_024;
  process.send?.({ readings, cpuMs, peakRssBytes } satisfies TurnResult);
});
const bytes = pages.reduce((sum, page) => sum + page.bytes.length, 0);
process.send?.({ pages: pages.length, bytes, round: round.length } satisfies RacerReady);
