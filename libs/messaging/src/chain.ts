import type { Codec } from './codec.port.js';
import type { BatchHandler, HandlerContext } from './handler.js';
import type { Commit } from './middleware/commit.middleware.js';
import { commit } from './middleware/commit.middleware.js';
import { deadLetters } from './middleware/dead-letter.middleware.js';
import { deadline } from './middleware/deadline.middleware.js';
import { decode } from './middleware/decode.middleware.js';
import { metrics } from './middleware/metrics.middleware.js';
import { publish } from './middleware/publish.middleware.js';
import { record } from './middleware/record.middleware.js';
import { retry } from './middleware/retry.middleware.js';
import type { Step, StepDependencies } from './middleware/step.js';
import { trace } from './middleware/trace.middleware.js';
import type { Subscription, SubscriptionOptions } from './subscription.js';

/**
 * The one place where the links are joined, outermost first. Each link's position is a promise:
 * dead letters and retries are decided outside the transaction that they roll back, a failed
 * publication is outside the deadline and inside the retry, and nothing is committed before
 * everything else has returned.
 */
export function chain<T, Tx>(
  subscription: Subscription<T, Tx>,
  options: SubscriptionOptions,
  codec: Codec,
  dependencies: StepDependencies,
): Commit {
  const { topic, group } = subscription;
  const { publisher, clock } = dependencies;
  const effects: Step =
    'transaction' in subscription
      ? subscription.transaction(guarded(subscription.handler, topic, codec, options.deadlineMs))
      : publish(
          group,
          publisher,
          codec,
          clock,
        )(guarded(subscription.handler, topic, codec, options.deadlineMs));

  return commit(
    subscription,
    dependencies,
  )(
    record(
      subscription,
      codec,
      dependencies,
    )(
      trace(
        subscription,
        clock,
      )(
        metrics(
          subscription,
          clock,
        )(
          deadLetters(
            subscription,
            dependencies,
          )(retry({ topic, group, policy: options.retry }, dependencies)(effects)),
        ),
      ),
    ),
  );
}

const guarded = <T, C extends HandlerContext>(
  handler: BatchHandler<T, C>,
  topic: string,
  codec: Codec,
  deadlineMs: number,
): Step<C> => deadline<C>(deadlineMs)(decode<T, C>(topic, codec)(handler));
