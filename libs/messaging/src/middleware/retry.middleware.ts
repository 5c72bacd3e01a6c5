import { backoffMs, persistently } from '../backoff.js';
import { DependencyDownError, PermanentError } from '../errors.js';
import type { Message } from '../message.js';
import type { Outcome } from '../outcome.js';
import { deadLetter, retry as retryOutcome } from '../outcome.js';
import { nextStepOf, retryRecord } from '../retry-record.js';
import type { RetryPolicy } from '../subscription.js';
import { retryTopic } from '../topic-names.js';
import type { Middleware, Step, StepContext, StepDependencies } from './step.js';

type Retry = Extract<Outcome, { kind: 'retry' }>;

const asError = (error: unknown): Error =>
  error instanceof Error ? error : new Error(String(error));

const lone = (error: unknown): Outcome =>
  error instanceof PermanentError
    ? deadLetter(error.deadLetterClass, error)
    : retryOutcome(asError(error));

/**
 * Calls `next` and bisects what throws until the one bad record is alone, so that its neighbours
 * don't share its fate. A dependency that is down strikes every record: nothing to bisect there.
 */
async function bisected(
  next: Step,
  messages: readonly Message<unknown>[],
  context: StepContext,
): Promise<readonly Outcome[]> {
  try {
    return await next(messages, context);
  } catch (error) {
    context.signal.throwIfAborted();
    if (error instanceof DependencyDownError) return messages.map(() => retryOutcome(error));
    if (messages.length === 1) return [lone(error)];
    const half = messages.length >> 1;
    return [
      ...(await bisected(next, messages.slice(0, half), context)),
      ...(await bisected(next, messages.slice(half), context)),
    ];
  }
}

/**
 * Tries again what failed in passing: a few times here with back-off and jitter, then by way of the
 * group's retry topics, and when those are used up as a dead letter of class TRANSIENT. While a
 * dependency is down the batch waits where it is, for ever: its records are not at fault.
 */
export const retry =
  (
    { topic, group, policy }: { topic: string; group: string; policy: RetryPolicy },
    { publisher, clock, random, log }: StepDependencies,
  ): Middleware =>
  (next) =>
  async (messages, context) => {
    const settled = [...(await bisected(next, messages, context))];
    let waits = 0;
    for (let attempt = 1; ;) {
      const failed = settled.flatMap((outcome, index) => (outcome.kind === 'retry' ? index : []));
      if (failed.length === 0) return settled;
      const isDown = failed.some((index) => isDependencyDown(settled[index] as Retry));
      if (!isDown) attempt += 1;
      if (attempt > policy.attempts) return await moveOn(failed);
      if (isDown) {
        const { error } = settled[failed[0] as number] as Retry;
        log.warn('ERR_MESSAGING_DEPENDENCY_DOWN', 'waiting on the same offset', {
          topic: context.topic,
          partition: context.partition,
          error: error.message,
        });
      }
      await clock.sleep(pause(failed), context.signal);
      context.signal.throwIfAborted();
      const again = failed.map((index) => messages[index] as Message<unknown>);
      const outcomes = await bisected(next, again, context);
      for (const [place, index] of failed.entries()) settled[index] = outcomes[place] as Outcome;
    }

    function isDependencyDown(outcome: Retry): boolean {
      return outcome.error instanceof DependencyDownError;
    }

    function pause(failed: readonly number[]): number {
      const asked = failed.map((index) => (settled[index] as Retry).afterMs ?? 0);
      // A handler may ask for hours: those are for the retry topics, not for a waiting partition.
      const capped = Math.min(Math.max(...asked), policy.maxBackoffMs);
      return Math.max(capped, backoffMs(waits++, policy, random));
    }

    async function moveOn(failed: readonly number[]): Promise<readonly Outcome[]> {
      for (const index of failed) {
        settled[index] = await elsewhere(
          messages[index] as Message<unknown>,
          settled[index] as Retry,
        );
      }
      return settled;
    }

    async function elsewhere(message: Message<unknown>, outcome: Retry): Promise<Outcome> {
      const step = nextStepOf(message);
      const delay = policy.delays[step];
      if (delay === undefined) return deadLetter('TRANSIENT', outcome.error);
      const now = clock.now();
      const wait = Math.max(delay.ms * (1 + random() / 5), outcome.afterMs ?? 0);
      const record = retryRecord(message, {
        topic: retryTopic(topic, group, delay.name),
        step,
        now,
        notBefore: Math.round(now + wait),
      });
      try {
        await persistently(
          () => publisher.publish([record]),
          { clock, random },
          context.signal,
          (error) => {
            if (error instanceof PermanentError) throw error;
            log.error('ERR_MESSAGING_RETRY_WRITE', 'a retry topic could not be written', {
              topic: record.topic,
              error: asError(error).message,
            });
          },
        );
      } catch (error) {
        if (error instanceof PermanentError) return deadLetter(error.deadLetterClass, error);
        throw error;
      }
      return outcome;
    }
  };
