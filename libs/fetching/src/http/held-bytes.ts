/** How much all requests of a client hold together: many moderate bodies at once are a bomb, too. */
export class HeldBytes {
  private held = 0;

  constructor(private readonly max: number) {}

  get bytes(): number {
    return this.held;
  }

  /** @returns false, and takes nothing, when it would be too much */
  take(bytes: number): boolean {
    if (this.held + bytes > this.max) return false;
    this.held += bytes;
    return true;
  }

  give(bytes: number): void {
    this.held -= bytes;
  }
}
