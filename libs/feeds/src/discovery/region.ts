/**
 * Whether a reader of tags is within an element of some kind. Only elements of that one name are
 * counted while it is open, so that no stack is needed and whatever else is left open does no harm.
 */
export class Region {
  private name = '';
  private depth = 0;

  get inside(): boolean {
    return this.depth > 0;
  }

  /** @param starts whether this element opens the region where none is open */
  open(name: string, starts: boolean): void {
    if (this.depth > 0) {
      if (name === this.name) this.depth++;
    } else if (starts) {
      this.name = name;
      this.depth = 1;
    }
  }

  close(name: string): void {
    if (this.depth > 0 && name === this.name) this.depth--;
  }

  leave(): void {
    this.depth = 0;
  }
}
