import { join } from 'node:path';
import { setTimeout as sleep } from 'node:timers/promises';
import { SERVICE_ENVIRONMENT, SERVICE_FLAGS } from '@tocsin/worker-pool';
import { StackError } from '../stack/errors.js';
import { ROOT } from '../stack/folders.js';
import { assertPortFree } from '../stack/ports.js';
import { logTail, type Child, type ChildSpec } from '../stack/processes/child.js';
import { portSetting } from '../stack/settings.js';
import type { Stack } from '../stack/stack.js';

export type ServiceName = 'fetcher' | 'extractor' | 'deduplicator' | 'store';

export interface ServicePlan {
  readonly name: ServiceName;
  readonly port: number;
  /** The setting that moves the port. */
  readonly setting: string;
}

const READY_LIMIT_MS = 60_000;
const POLL_MS = 150;
/** A service drains for up to 30 s; then it is not going to. */
const STOP_GRACE_MS = 35_000;

/** The four services in the order in which data flows, on their ports. */
export function planServices(env: NodeJS.ProcessEnv): ServicePlan[] {
  const plan = (name: ServiceName, fallback: number): ServicePlan => {
    const setting = `TOCSIN_${name.toUpperCase()}_PORT`;
    return { name, setting, port: portSetting(env, setting, fallback) };
  };
  return [
    plan('fetcher', 28081),
    plan('extractor', 28082),
    plan('deduplicator', 28083),
    plan('store', 28080),
  ];
}

export function urlOf(plans: readonly ServicePlan[], name: ServiceName): string {
  return `http://127.0.0.1:${plans.find((plan) => plan.name === name)?.port}`;
}

/**
 * Starts the services as processes of their own and waits until each says that it is ready.
 *
 * @param extra settings on top of the caller's environment
 * @returns their processes, in the order of the plans
 * @throws StackError ERR_STACK_PORT_TAKEN, ERR_STACK_PROCESS_FAILED
 */
export async function startServices(
  stack: Stack,
  plans: readonly ServicePlan[],
  extra: NodeJS.ProcessEnv,
  signal: AbortSignal,
): Promise<Child[]> {
  for (const { name, port, setting } of plans) await assertPortFree(port, `the ${name}`, setting);
  const children = await Promise.all(
    plans.map((plan) => stack.start(serviceSpec(plan, stack, plans, extra))),
  );
  await Promise.all(children.map((child, i) => untilReady(child, plans[i]!.port, signal)));
  return children;
}

/** How one of the services is started on this stack. */
export function serviceSpec(
  { name, port }: ServicePlan,
  stack: Pick<Stack, 'kafkaBrokers' | 'databaseUrl' | 'logFolder'>,
  plans: readonly ServicePlan[],
  extra: NodeJS.ProcessEnv,
): ChildSpec {
  return {
    name,
    command: process.execPath,
    args: [
      '--enable-source-maps',
      ...SERVICE_FLAGS,
      join(ROOT, 'services', name, 'dist', 'main.js'),
    ],
    cwd: ROOT,
    env: {
      ...SERVICE_ENVIRONMENT,
      ...process.env,
      ...extra,
      KAFKA_BROKERS: stack.kafkaBrokers,
      DATABASE_URL: stack.databaseUrl,
      OTEL_SERVICE_NAME: name,
      TOCSIN_HTTP_HOST: '127.0.0.1',
      TOCSIN_HTTP_PORT: String(port),
      TOCSIN_FETCHER_URL: urlOf(plans, 'fetcher'),
      TOCSIN_DEDUPLICATOR_URL: urlOf(plans, 'deduplicator'),
    },
    logFile: join(stack.logFolder, `${name}.log`),
    stopSignal: 'SIGTERM',
    stopGraceMs: STOP_GRACE_MS,
  };
}

/** @throws StackError ERR_STACK_PROCESS_FAILED when it ends or takes too long */
export async function untilReady(child: Child, port: number, signal: AbortSignal): Promise<void> {
  const limit = Date.now() + READY_LIMIT_MS;
  while (!(await isReady(port))) {
    signal.throwIfAborted();
    if (child.hasExited() || Date.now() > limit) {
      throw new StackError(
        'ERR_STACK_PROCESS_FAILED',
        `The ${child.name} did not get ready: see ${child.logFile}, which ends with:\n${logTail(child.logFile)}`,
        1,
      );
    }
    await sleep(POLL_MS);
  }
}

async function isReady(port: number): Promise<boolean> {
  try {
    const url = `http://127.0.0.1:${port}/health/ready`;
    const response = await fetch(url, { signal: AbortSignal.timeout(2_000) });
    await response.arrayBuffer();
    return response.ok;
  } catch {
    return false;
  }
}
