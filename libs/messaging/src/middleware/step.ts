import type { Environment } from '../environment.port.js';
import type { Publisher } from '../broker.port.js';
import type { Fuse } from '../fuse.js';
import type { BatchHandler, HandlerContext } from '../handler.js';

/** What the links of the chain know beside what the handler may know. */
export interface StepContext extends HandlerContext {
  /** The partition's own; it outlives the batch. */
  readonly fuse: Fuse;
}

/** One link: a batch handler of records that are not decoded yet (`payload` is undefined). */
export type Step<C extends HandlerContext = StepContext> = BatchHandler<unknown, C>;

export type Middleware = (next: Step) => Step;

/** What the links need of a subscription and of the world. */
export interface StepDependencies extends Environment {
  readonly publisher: Publisher;
}
