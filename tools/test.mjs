/** `npm test`: sets everything up and runs every check and every test. */
import { launch } from './bootstrap/launch.mjs';

await launch('test', process.argv.slice(2));
