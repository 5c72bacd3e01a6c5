/** The numbers below a size, divided into groups that only grow; each is named by one of its members. */
export class Partition {
  private readonly groups: Int32Array;
  private readonly lists: number[][];

  constructor(size: number) {
    this.groups = Int32Array.from({ length: size }, (_, item) => item);
    this.lists = Array.from({ length: size }, (_, item) => [item]);
  }

  of(item: number): number {
    return this.groups[item] as number;
  }

  members(group: number): readonly number[] {
    return this.lists[group] as number[];
  }

  /** The group of each number. */
  all(): number[] {
    return [...this.groups];
  }

  /** Two groups, the one with more members first. */
  bySize(a: number, b: number): [number, number] {
    return this.members(a).length < this.members(b).length ? [b, a] : [a, b];
  }

  unite(into: number, from: number): void {
    for (const member of this.members(from)) {
      this.groups[member] = into;
      this.lists[into]?.push(member);
    }
  }
}
