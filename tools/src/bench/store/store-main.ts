import { openStoreBench } from '@tocsin/store/bench';
import { measure, type StoreTask } from './measure.js';

const task = JSON.parse(process.argv[2] as string) as StoreTask;
const bench = await openStoreBench(task.databaseUrl);
const report = await measure(bench, task);
await bench.close();
process.send?.(report, () => process.disconnect());
