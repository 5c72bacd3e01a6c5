/** `npm run stack|eval|audit|bench|chaos|pictures|licences|sbom|hostile`: sets everything up and runs that part of the tools. */
import { launch } from './bootstrap/launch.mjs';

const PARTS = [
  'stack',
  'eval',
  'audit',
  'bench',
  'chaos',
  'pictures',
  'licences',
  'sbom',
  'hostile',
];
const [part, ...args] = process.argv.slice(2);

if (PARTS.includes(part)) {
  await launch(part, args);
} else {
  process.stderr.write(`usage: node tools/run.mjs ${PARTS.join('|')} [options]\n`);
  process.exitCode = 2;
}
