/** Union-find over dense numbers: who is connected with whom. */
export class Components {
  private readonly parents: Int32Array;

  constructor(size: number) {
    this.parents = Int32Array.from({ length: size }, (_, i) => i);
  }

  /** The lowest number connected with this one. */
  find(item: number): number {
    let root = item;
    while (this.parents[root] !== root) root = this.parents[root] as number;
    for (let at = item; at !== root;) {
      const next = this.parents[at] as number;
      this.parents[at] = root;
      at = next;
    }
    return root;
  }

  union(a: number, b: number): void {
    const [rootA, rootB] = [this.find(a), this.find(b)];
    // Always towards the lower number, so that a component's name doesn't hang on the order of the unions.
    this.parents[Math.max(rootA, rootB)] = Math.min(rootA, rootB);
  }
}
