import { join } from 'node:path';
import { assertPortFree } from '../stack/ports.js';
import type { Child } from '../stack/processes/child.js';
import type { Stack } from '../stack/stack.js';
import { serviceSpec, untilReady, type ServiceName, type ServicePlan } from '../start/services.js';

/** The services as processes that can be killed and started again, each life with a log of its own. */
export class ServiceProcesses {
  private readonly children = new Map<ServiceName, Child>();
  private lives = 0;

  /** @param settings on top of the caller's environment */
  constructor(
    private readonly stack: Stack,
    private readonly plans: readonly ServicePlan[],
    private readonly settings: NodeJS.ProcessEnv,
    private readonly signal: AbortSignal,
  ) {}

  /** @throws StackError when a port is taken or a service does not get ready */
  async startAll(): Promise<void> {
    for (const { name, port, setting } of this.plans) {
      await assertPortFree(port, `the ${name}`, setting);
    }
    await Promise.all(this.plans.map((plan) => this.start(plan)));
    for (const { name } of this.plans) await this.ready(name);
  }

  /** Resolves when the service answers that it is ready. */
  async ready(name: ServiceName): Promise<void> {
    await untilReady(this.children.get(name) as Child, this.planOf(name).port, this.signal);
  }

  /** Ends the process as a crash would, without a word to it, and starts the next one at once. */
  async killAndRestart(name: ServiceName): Promise<void> {
    await this.children.get(name)?.stopQuickly();
    await this.start(this.planOf(name));
  }

  private async start(plan: ServicePlan): Promise<void> {
    const spec = serviceSpec(plan, this.stack, this.plans, this.settings);
    const logFile = join(this.stack.logFolder, `${plan.name}-${++this.lives}.log`);
    this.children.set(plan.name, await this.stack.start({ ...spec, logFile }));
  }

  private planOf(name: ServiceName): ServicePlan {
    return this.plans.find((plan) => plan.name === name) as ServicePlan;
  }
}
