import { deliveries } from './deliveries.js';
import { feed } from './feed.js';
import { overview } from './overview.js';
import { stage } from './stage.js';

/** Every dashboard that is shipped. */
export const dashboards = [overview, stage, feed, deliveries];
