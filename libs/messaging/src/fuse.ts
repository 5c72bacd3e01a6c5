import type { FusePolicy } from './subscription.js';

const WINDOW = 1_000;
const PREFIX = 'fuse1';

/**
 * Counts one partition's dead letters and blows when they are too many: a fault that strikes every
 * record belongs to the service or its surroundings, and draining the topic into the dead letters
 * would only hide it.
 */
export class Fuse {
  private readonly policy: FusePolicy;
  private readonly bits = new Uint8Array(WINDOW / 8);
  private cursor = 0;
  private dead = 0;
  private streak = 0;
  private isBlown = false;

  constructor(policy: FusePolicy) {
    this.policy = policy;
  }

  get blown(): boolean {
    return this.isBlown;
  }

  /** @returns whether the fuse is blown now. */
  count(isDeadLetter: boolean): boolean {
    // Most partitions never see a dead letter: nothing to write, nothing to forget.
    if (!isDeadLetter && this.dead === 0) {
      this.cursor = (this.cursor + 1) % WINDOW;
      return this.isBlown;
    }
    const index = this.cursor >> 3;
    const mask = 1 << (this.cursor & 7);
    const byte = this.bits[index] ?? 0;
    if (byte & mask) this.dead -= 1;
    this.bits[index] = isDeadLetter ? byte | mask : byte & ~mask;
    this.cursor = (this.cursor + 1) % WINDOW;
    this.streak = isDeadLetter ? this.streak + 1 : 0;
    if (isDeadLetter) this.dead += 1;
    this.isBlown ||=
      this.streak >= this.policy.inARow || this.dead > Math.floor(this.policy.share * WINDOW);
    return this.isBlown;
  }

  /** An operator has said that the cause is mended: counting begins anew. */
  release(): void {
    this.bits.fill(0);
    this.dead = 0;
    this.streak = 0;
    this.isBlown = false;
  }

  counts(): { readonly isBlown: boolean; readonly dead: number; readonly streak: number } {
    const { isBlown, dead, streak } = this;
    return { isBlown, dead, streak };
  }

  /** Text for the commit's metadata (≤ 200 bytes); empty while there is nothing to remember. */
  serialise(): string {
    if (this.dead === 0 && !this.isBlown) return '';
    const bits = Buffer.from(this.bits).toString('base64');
    return [PREFIX, this.isBlown ? 'blown' : 'whole', this.streak, this.cursor, bits].join(';');
  }

  /** Takes up what `serialise` wrote; anything else (another tool's metadata) counts as nothing. */
  static restore(policy: FusePolicy, text: string): Fuse {
    const fuse = new Fuse(policy);
    const [prefix, state, streak, cursor, bits] = text.split(';');
    if (prefix !== PREFIX || bits === undefined) return fuse;
    fuse.bits.set(Buffer.from(bits, 'base64').subarray(0, WINDOW / 8));
    fuse.dead = fuse.bits.reduce((sum, byte) => sum + byte.toString(2).split('1').length - 1, 0);
    fuse.streak = Number(streak);
    fuse.cursor = Number(cursor) % WINDOW;
    fuse.isBlown = state === 'blown';
    return fuse;
  }
}

/** What the metadata of a commit says of its partition's fuse; undefined where it says nothing. */
export function fuseStateOf(
  metadata: string,
): { readonly blown: boolean; readonly deadLetters: number; readonly inARow: number } | undefined {
  const fuse = Fuse.restore({ inARow: Infinity, share: 1 }, metadata);
  const { isBlown: blown, dead: deadLetters, streak: inARow } = fuse.counts();
  return blown || deadLetters > 0 ? { blown, deadLetters, inARow } : undefined;
}
