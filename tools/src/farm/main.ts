import { sitesOf, type FarmPlan } from './plan.js';
import { serveFarm } from './serve.js';

const plan = JSON.parse(process.argv[2] ?? '') as FarmPlan;
await serveFarm((opened) => sitesOf(plan, opened));
