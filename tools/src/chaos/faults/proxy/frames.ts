/** How one direction of a protocol is cut into messages. */
export interface FrameShape {
  /** Bytes before the length: PostgreSQL has the type of a message there. */
  readonly before: number;
  /** Whether the length counts its own four bytes. */
  readonly countsItself: boolean;
}

/** A length in four bytes, then so many bytes. */
export const KAFKA: FrameShape = { before: 0, countsItself: false };
export const POSTGRES: FrameShape = { before: 1, countsItself: true };
/** The first message of a PostgreSQL client has no type. */
export const POSTGRES_FIRST: FrameShape = { before: 0, countsItself: true };

const LENGTH_BYTES = 4;

/** Joins what a socket gives and cuts it into whole messages, each with its head. */
export class Frames {
  private rest: Buffer = Buffer.alloc(0);

  constructor(
    private shape: FrameShape,
    /** From the second message on. */
    private readonly next: FrameShape = shape,
  ) {}

  push(chunk: Buffer): Buffer[] {
    this.rest = this.rest.length === 0 ? chunk : Buffer.concat([this.rest, chunk]);
    const whole: Buffer[] = [];
    for (let size = this.size(); size <= this.rest.length; size = this.size()) {
      whole.push(this.rest.subarray(0, size));
      this.rest = this.rest.subarray(size);
      this.shape = this.next;
    }
    return whole;
  }

  /** Of the message that begins the rest; infinite while its length has not come. */
  private size(): number {
    const { before, countsItself } = this.shape;
    if (this.rest.length < before + LENGTH_BYTES) return Infinity;
    return before + this.rest.readInt32BE(before) + (countsItself ? 0 : LENGTH_BYTES);
  }
}
