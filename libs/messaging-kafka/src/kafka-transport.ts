import type {
  BatchHandler,
  Broker,
  BrokerSubscription,
  Codec,
  Environment,
  HandlerContext,
  OnSettled,
  Outcome,
  PositionPort,
  Subscription,
  SubscriptionOptions,
  Transaction,
} from '@tocsin/messaging';
import { Consumption, byGroup } from '@tocsin/messaging';
import type { CustomTransportStrategy, MessageHandler } from '@nestjs/microservices';
import { Server } from '@nestjs/microservices';
import { isObservable, lastValueFrom } from 'rxjs';

import { KAFKA_TRANSPORT, Thrown } from './consumes.decorator.js';
import type { TransportHealth } from './transport-health.js';
import { transportHealth } from './transport-health.js';

/** A subscription as a service's topology states it; the handler is the method that `@Consumes` it. */
export interface ServiceSubscription {
  readonly topic: string;
  readonly group: string;
  readonly options?: Partial<SubscriptionOptions>;
  readonly onSettled?: OnSettled;
  /** Both or neither: a service that keeps state keeps its position beside it. */
  readonly stateful?: {
    // Each service has its own transaction type, which its handlers alone know.
    // eslint-disable-next-line @typescript-eslint/no-explicit-any
    readonly transaction: Transaction<any>;
    readonly position: PositionPort;
  };
}

export interface KafkaTransportDependencies {
  readonly broker: Broker;
  readonly codec: Codec;
  readonly environment: Environment;
  /** Refuses to boot: checks the topics, throws a TocsinError with a stable code. */
  readonly assertReady: () => Promise<void>;
}

const DRAIN_MS = 30_000;

// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnySubscription = Subscription<never, any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyConsumption = Consumption<never, any>;
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyHandler = BatchHandler<never, HandlerContext & { readonly tx: any }>;

/** Nest's door to the messaging layer: `app.connectMicroservice({ strategy })`. */
export class KafkaTransport extends Server implements CustomTransportStrategy {
  override readonly transportId = KAFKA_TRANSPORT;
  private readonly topology: readonly ServiceSubscription[];
  private readonly dependencies: KafkaTransportDependencies;
  private readonly consumptions: AnyConsumption[] = [];
  private readonly members: BrokerSubscription[] = [];
  private isStarted = false;

  constructor(topology: readonly ServiceSubscription[], dependencies: KafkaTransportDependencies) {
    super();
    this.topology = topology;
    this.dependencies = dependencies;
  }

  /** Starts every subscription; calls back with the first reason why the service can't run. */
  listen(callback: (error?: unknown) => void): void {
    this.start().then(
      () => callback(),
      (error: unknown) => callback(error),
    );
  }

  /** Lets running batches finish, for half a minute at most, and leaves the groups. */
  async close(): Promise<void> {
    await Promise.all(this.members.map((member) => member.stop(DRAIN_MS)));
    await this.dependencies.broker.close();
  }

  /** For `/health/ready` and `/metrics`: plain values, no secrets. */
  health(): TransportHealth {
    return transportHealth(
      this.isStarted,
      this.members.map((member) => member.health()),
      this.consumptions.map((consumption) => consumption.halted()),
    );
  }

  /**
   * Lets a partition go on whose fuse has blown, once its cause is mended.
   * @throws Error when none of this member's subscriptions holds it with a blown fuse
   */
  async releaseFuse(topic: string, partition: number): Promise<void> {
    const place = `${topic}/${partition}`;
    const holder = this.consumptions.find((each) => each.halted()[place] === 'fuse');
    if (holder === undefined) throw new Error(`no blown fuse on ${place} is held here`);
    await holder.releaseFuse(topic, partition);
  }

  on(): never {
    throw new Error('the Kafka transport has no events; its state is in health()');
  }

  unwrap<T>(): T {
    return this.dependencies.broker as T;
  }

  private async start(): Promise<void> {
    const { broker, codec, environment, assertReady } = this.dependencies;
    const handlers = this.topology.map((each) => this.handlerOf(each.topic));
    await assertReady();
    for (const [index, each] of this.topology.entries()) {
      const subscription = toSubscription(each, handlers[index] as AnyHandler);
      this.consumptions.push(new Consumption(subscription, broker, codec, environment));
    }
    for (const request of byGroup(this.consumptions.map((each) => each.request))) {
      this.members.push(await broker.subscribe(request));
    }
    this.isStarted = true;
  }

  private handlerOf(topic: string): AnyHandler {
    const handler = this.getHandlerByPattern(topic);
    if (handler === null) throw new Error(`no controller method consumes ${topic}`);
    if (handler.next !== undefined) throw new Error(`two controller methods consume ${topic}`);
    return (messages, context) => answer(handler, messages, context);
  }
}

async function answer(
  handler: MessageHandler,
  messages: unknown,
  context: unknown,
): Promise<readonly Outcome[]> {
  const returned: unknown = await handler(messages, context);
  const outcomes = isObservable(returned) ? await lastValueFrom(returned) : returned;
  if (outcomes instanceof Thrown) throw outcomes.error;
  return outcomes as readonly Outcome[];
}

function toSubscription(
  { stateful, ...shared }: ServiceSubscription,
  handler: AnyHandler,
): AnySubscription {
  return stateful === undefined
    ? { ...shared, handler: handler as BatchHandler<never> }
    : { ...shared, ...stateful, handler };
}
