import { setTimeout as sleep } from 'node:timers/promises';
import type { HostLease } from '@tocsin/fetching';
import type { ClaimedFeed, ClaimedPage, ClaimedWork, Lane } from '../frontier/types.js';
import type { ClaimRequest } from '../frontier/work-queue.js';
import { Slots, type SlotLimits } from './slots.js';

/** What a dispatcher takes work from and gives it to. */
export interface DispatcherNeeds {
  readonly claim: (request: ClaimRequest) => Promise<ClaimedWork>;
  readonly poll: (feed: ClaimedFeed) => Promise<void>;
  /** @param leave to be called once the site has answered: what is left to do keeps nobody waiting */
  readonly fetch: (page: ClaimedPage, leave: () => void) => Promise<void>;
  /** Gives back hosts that had nothing due after all. */
  readonly giveBack: (leases: readonly HostLease[]) => Promise<void>;
  /** Called with errors that no site is to blame for; the work is taken up again. */
  readonly onError: (error: unknown) => void;
}

/**
 * Milliseconds: before looking again when less was due than there is room for, doubled up to the most while nothing is;
 * and after an error.
 */
const PAUSE = { idleMs: 40, maxIdleMs: 500, errorMs: 2_000 };
/** Milliseconds for which a kind of work that was not there is not looked for. */
const LOOK_AGAIN_MS = 200;
/** In every so many rounds hosts that are slow or unknown choose first. */
const UNPROVEN_FIRST = 4;
/** Milliseconds in which places get free together, when only few are. */
const GATHER_MS = 5;
/** Hosts of one claim: enough to share its cost, few enough that all of them begin at once. */
const MAX_CLAIM = 128;

/** How many hosts a claim took, and whether it was as many as it might take. */
interface Claimed {
  readonly taken: number;
  readonly isMore: boolean;
}

const NOTHING: Claimed = { taken: 0, isMore: false };

/**
 * Takes work for every free place, live before backfill, and starts all of it. One claim runs at a time:
 * while it does, places get free, so that under load each claim takes many.
 */
export class Dispatcher {
  private readonly slots: Slots;
  private readonly backfillPlaces: number;
  private readonly fewPlaces: number;
  private backfilling = 0;
  private round = 0;
  /** By lane and kind of host, `performance.now()` before which there is nothing to be found. */
  private readonly lookAgainAt = new Map<string, number>();
  private readonly stopping = new AbortController();
  private loop: Promise<void> = Promise.resolve();

  constructor(
    limits: SlotLimits,
    private readonly needs: DispatcherNeeds,
  ) {
    this.slots = new Slots(limits);
    // A quarter: history must come to its end, but a fresh article always finds a place.
    this.backfillPlaces = Math.max(1, Math.floor(limits.quick / 4));
    this.fewPlaces = limits.quick / 4;
  }

  start(): void {
    this.loop = this.run();
  }

  /** Claims nothing more, finishes what is in hand. */
  async stop(): Promise<void> {
    this.stopping.abort();
    await this.loop;
    await this.slots.whenEmpty();
  }

  private async run(): Promise<void> {
    const { signal } = this.stopping;
    const pause = (ms: number) => sleep(ms, undefined, { signal }).catch(() => undefined);
    let idleMs = PAUSE.idleMs;
    while (!signal.aborted) {
      try {
        await this.slots.whenFree();
        if (this.slots.free < this.fewPlaces) await pause(GATHER_MS);
        if (signal.aborted) return;
        const { taken, isMore } = await this.take();
        if (taken > 0) idleMs = PAUSE.idleMs;
        if (isMore) continue;
        await pause(idleMs);
        if (taken === 0) idleMs = Math.min(idleMs * 2, PAUSE.maxIdleMs);
      } catch (error) {
        this.needs.onError(error);
        await pause(PAUSE.errorMs);
      }
    }
  }

  private async take(): Promise<Claimed> {
    // Who never answered yet, or was slow, comes second: but now and then first, so that nobody starves.
    this.round += 1;
    const kinds = this.round % UNPROVEN_FIRST === 0 ? [true, false] : [false, true];
    let taken = 0;
    let isMore = false;
    for (const lane of ['live', 'backfill'] as const)
      for (const unproven of kinds) {
        const claimed = await this.claim(lane, unproven);
        taken += claimed.taken;
        isMore ||= claimed.isMore;
      }
    return { taken, isMore };
  }

  private async claim(lane: Lane, unproven: boolean): Promise<Claimed> {
    const { free, freeForUnproven } = this.slots;
    const places = unproven ? freeForUnproven : free;
    const ofLane = lane === 'live' ? places : this.backfillPlaces - this.backfilling;
    const limit = Math.min(places, ofLane, MAX_CLAIM);
    const kind = `${lane} ${unproven}`;
    if (limit <= 0 || performance.now() < (this.lookAgainAt.get(kind) ?? 0)) return NOTHING;
    const work = await this.needs.claim({ limit, lane, slow: unproven });
    for (const feed of work.feeds) this.begin(lane, unproven, () => this.needs.poll(feed));
    for (const page of work.pages)
      this.begin(lane, unproven, (leave) => this.needs.fetch(page, leave));
    if (work.idle.length > 0) await this.needs.giveBack(work.idle);
    const taken = work.feeds.length + work.pages.length + work.idle.length;
    // Most of the time all work is live and of hosts that answer: the others needn't be asked each round.
    if (taken === 0 && (lane === 'backfill' || unproven))
      this.lookAgainAt.set(kind, performance.now() + LOOK_AGAIN_MS);
    return { taken, isMore: taken === limit };
  }

  private begin(lane: Lane, unproven: boolean, work: (leave: () => void) => Promise<void>): void {
    if (lane === 'backfill') this.backfilling += 1;
    this.slots.start(async (leave) => {
      try {
        await work(leave);
      } catch (error) {
        this.needs.onError(error);
      } finally {
        if (lane === 'backfill') this.backfilling -= 1;
      }
    }, unproven);
  }
}
