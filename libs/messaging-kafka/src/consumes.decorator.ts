import type { BatchHandler, HandlerContext } from '@tocsin/messaging';
import { Ctx, EventPattern, Payload } from '@nestjs/microservices';

/** Tells our transport's handlers from those of other transports in the same application. */
export const KAFKA_TRANSPORT = Symbol('tocsin-kafka');

/** An error on its way past Nest's exception filters, which would turn it into another. */
export class Thrown {
  readonly error: unknown;
  constructor(error: unknown) {
    this.error = error;
  }
}

// Each subscription has its own payload and transaction types; the decorator takes any of them.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type AnyBatchHandler = BatchHandler<any, any>;

/**
 * Makes a controller's method the batch handler of a logical topic: it gets the messages and the
 * context, and returns one outcome for each message. Typed errors that it throws reach the chain as
 * they are.
 */
export const Consumes =
  (topic: string) =>
  <H extends AnyBatchHandler>(
    target: object,
    name: string | symbol,
    descriptor: TypedPropertyDescriptor<H>,
  ): TypedPropertyDescriptor<H> => {
    const method = descriptor.value as AnyBatchHandler;
    const passing = async function (this: unknown, messages: [], context: HandlerContext) {
      try {
        return await method.call(this, messages, context);
      } catch (error) {
        return new Thrown(error);
      }
    };
    const wrapped = { ...descriptor, value: passing as unknown as H };
    // Nest hands over the payload alone unless every parameter is asked for.
    Payload()(target, name, 0);
    Ctx()(target, name, 1);
    EventPattern(topic, KAFKA_TRANSPORT)(target, name, wrapped as never);
    return wrapped;
  };
