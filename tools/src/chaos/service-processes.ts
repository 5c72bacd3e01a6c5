import { join } from 'node:path';
import { assertPortFree } from '../stack/ports.js';
import type { Child } from '../stack/processes/child.js';
import type { Stack } from '../stack/stack.js';
import { serviceSpec, untilReady, type ServiceName, type ServicePlan } from '../start/services.js';

/** The services as processes that can be killed and started again, each life with a log of its own. */
export class ServiceProcesses {
  private readonly children = new Map<ServicePlan, Child>();
  private readonly kills = new Map<ServiceName, number>();
  /** Those that a test ended. */
  private readonly struck = new WeakSet<Child>();
  private lives = 0;

  /**
   * @param plans several of one name are its replicas
   * @param settings on top of the caller's environment
   */
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

  /** Resolves when every replica of the service answers that it is ready. */
  async ready(name: ServiceName): Promise<void> {
    for (const plan of this.replicasOf(name)) {
      await untilReady(this.children.get(plan) as Child, plan.port, this.signal);
    }
  }

  /** Ends one process, the replicas in turn, as a crash would, without a word to it, and starts the next one at once. */
  async killAndRestart(name: ServiceName): Promise<void> {
    const replicas = this.replicasOf(name);
    const kills = this.kills.get(name) ?? 0;
    this.kills.set(name, kills + 1);
    const plan = replicas[kills % replicas.length] as ServicePlan;
    await this.children.get(plan)?.stopQuickly();
    await this.start(plan);
  }

  /** Ends every replica as a crash would. */
  async kill(name: ServiceName): Promise<void> {
    await this.strike(name, (child) => child.stopQuickly());
  }

  /** Asks every replica to end, and waits until it has. */
  async endGently(name: ServiceName): Promise<void> {
    await this.strike(name, (child) => child.stop());
  }

  /** Starts every replica of the service that has ended. */
  async startAgain(name: ServiceName): Promise<void> {
    const ended = this.replicasOf(name).filter((plan) => this.children.get(plan)?.hasExited());
    await Promise.all(ended.map((plan) => this.start(plan)));
  }

  /** Starts one more replica, or starts it again; not waited for. */
  join(plan: ServicePlan): Promise<void> {
    return this.start(plan);
  }

  /** Ends that replica as a crash would; it is not of the service any more. */
  async leave(plan: ServicePlan): Promise<void> {
    await this.children.get(plan)?.stopQuickly();
    this.children.delete(plan);
  }

  /** Processes of the service, helpers not counted. */
  pidsOf(name: ServiceName): number[] {
    return this.childrenOf(name).map(({ pid }) => pid);
  }

  /** Replicas that ended though nobody asked them to, by name and log. */
  ended(): string[] {
    return [...this.children.values()]
      .filter((child) => child.hasExited() && !this.struck.has(child))
      .map(({ name, logFile }) => `the ${name} ended by itself: see ${logFile}`);
  }

  /** Ends all of them at once, for good. */
  async stopAll(): Promise<void> {
    await Promise.all([...this.children.values()].map((child) => child.stopQuickly()));
  }

  private async start(plan: ServicePlan): Promise<void> {
    const spec = serviceSpec(plan, this.stack, this.plans, this.settings);
    const logFile = join(this.stack.logFolder, `${plan.name}-${++this.lives}.log`);
    this.children.set(plan, await this.stack.start({ ...spec, logFile }));
  }

  private async strike(name: ServiceName, end: (child: Child) => Promise<void>): Promise<void> {
    const living = this.childrenOf(name).filter((child) => !child.hasExited());
    for (const child of living) this.struck.add(child);
    await Promise.all(living.map(end));
  }

  private childrenOf(name: ServiceName): Child[] {
    return this.replicasOf(name).flatMap((plan) => this.children.get(plan) ?? []);
  }

  private replicasOf(name: ServiceName): ServicePlan[] {
    return this.plans.filter((plan) => plan.name === name);
  }
}
