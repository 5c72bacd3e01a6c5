/**
 * What lies between any two of some groups, each named by a number: carried along as groups become one, so that asking
 * costs the same however large they are.
 */
export class Between<V> {
  private readonly others: (Map<number, V> | undefined)[];

  /** @param join what two groups have with a third, once they are one */
  constructor(
    size: number,
    private readonly join: (a: V, b: V) => V,
  ) {
    this.others = Array.from({ length: size });
  }

  get(a: number, b: number): V | undefined {
    return this.others[a]?.get(b);
  }

  set(a: number, b: number, value: V): void {
    this.of(a).set(b, value);
    this.of(b).set(a, value);
  }

  /** With how many others a group has something. */
  degree(group: number): number {
    return this.others[group]?.size ?? 0;
  }

  /** Gives one group what another had; the other has nothing any longer. */
  unite(into: number, from: number): void {
    const moved = this.others[from];
    if (moved === undefined) return;
    this.others[from] = undefined;
    for (const [other, value] of moved) {
      this.of(other).delete(from);
      if (other === into) continue;
      const known = this.get(into, other);
      this.set(into, other, known === undefined ? value : this.join(known, value));
    }
  }

  private of(group: number): Map<number, V> {
    return (this.others[group] ??= new Map());
  }
}
