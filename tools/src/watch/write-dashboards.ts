import { writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { ROOT } from '../stack/folders.js';
import { grafanaJson } from './dashboards/dashboard.js';
import { dashboards } from './dashboards/index.js';

for (const dashboard of dashboards) {
  const file = join(ROOT, 'deploy', 'grafana', 'dashboards', `${dashboard.id}.json`);
  writeFileSync(file, `${JSON.stringify(grafanaJson(dashboard), null, 2)}\n`);
}
