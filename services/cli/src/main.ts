import { withPrefix } from '@tocsin/contracts';
import { run } from './program.js';
import { loadCliConfig } from './settings.js';

const { stdin, stdout, stderr } = process;

// Who reads may stop reading (`| head`): that is no failure of ours.
stdout.on('error', (error: NodeJS.ErrnoException) => {
  if (error.code !== 'EPIPE') throw error;
  process.exit();
});

process.exitCode = await run(process.argv.slice(2), {
  stdin,
  stdout,
  stderr,
  config: loadCliConfig,
  extractWorker: new URL('./documents/extract.worker.js', import.meta.url),
  naming: withPrefix(''),
});
