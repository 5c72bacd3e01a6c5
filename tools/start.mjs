/** `npm start`: sets everything up, starts the line and shows incidents as they are published. */
import { launch } from './bootstrap/launch.mjs';

await launch('start', process.argv.slice(2));
