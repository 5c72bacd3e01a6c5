/**
 * Fits the weights of pairs: `npm run fit -w libs/dedup -- DIR [links|stories]`, where DIR/data/<set>/dev.jsonl are
 * the sets; without a second word both.
 */
import { fitLinks } from './fit-links.mjs';
import { fitStories } from './fit-stories.mjs';

const [directory, part] = process.argv.slice(2);
if (part !== 'stories') fitLinks(directory);
if (part !== 'links') fitStories(directory);
