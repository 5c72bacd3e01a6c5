import { progress } from './run-command.mjs';

/**
 * Runs `main(args)` of one built part of the tools and exits with what it returns. An error with a
 * code is a sentence for people; any other is a defect and shown with its stack.
 */
const [part, ...args] = process.argv.slice(2);

try {
  const { main } = await import(`../dist/${part}/main.js`);
  process.exitCode = await main(args);
} catch (error) {
  const known = typeof error?.exitCode === 'number';
  progress(known ? `${error.message} [${error.code}]` : (error?.stack ?? String(error)));
  process.exitCode = known ? error.exitCode : 1;
}
// Whatever a part left open (a socket of a broker that went away) must not keep the command alive.
process.exit();
