import { writeFileSync } from 'node:fs';
import { renderMetricTable } from './table.js';

writeFileSync(new URL('../../../../docs/metrics.md', import.meta.url), renderMetricTable());
