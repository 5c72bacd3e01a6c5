#!/usr/bin/env node
// Runs on whatever Node.js is there, so it uses nothing that is young or must be installed.
import { spawnSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import { fileURLToPath } from 'node:url';

const NODE_MAJOR = 24;
const here = (path) => fileURLToPath(new URL(path, import.meta.url));
const pinned = here('../../../node_modules/.bin/node');
const main = here('../dist/main.js');

const fail = (code, sentence) => {
  process.stderr.write(`tocsin: ${code}: ${sentence}\n`);
  process.exitCode = 1;
};

const major = Number(process.versions.node.split('.')[0]);
if (major < NODE_MAJOR) {
  // The pinned one is always young enough; the mark keeps a broken install from going in circles.
  if (!existsSync(pinned) || process.env.TOCSIN_NODE_CHOSEN) {
    fail(
      'ERR_CLI_NODE',
      `Node.js ${NODE_MAJOR} is needed, this is ${process.versions.node}; run npm ci.`,
    );
  } else {
    const env = { ...process.env, TOCSIN_NODE_CHOSEN: '1' };
    const args = [fileURLToPath(import.meta.url), ...process.argv.slice(2)];
    const { status } = spawnSync(pinned, args, { stdio: 'inherit', env });
    process.exitCode = status ?? 1;
  }
} else if (!existsSync(main)) {
  fail('ERR_CLI_NOT_BUILT', 'The command line is not built; run npm run build.');
} else {
  await import(new URL('../dist/main.js', import.meta.url).href);
}
