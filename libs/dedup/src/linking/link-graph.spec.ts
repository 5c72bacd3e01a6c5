import { describe, expect, it } from '@jest/globals';
import { LinkGraph } from './link-graph.js';

/** Each component's members, its links by their places in the whole list, and what analysts said. */
const componentsOf = (graph: LinkGraph) =>
  [...graph.components()].map(({ members, verdicts, forEach }) => {
    const links: (number | undefined)[][] = [];
    forEach((a, b, score) => links.push([members[a], members[b], score]));
    return {
      members: [...members],
      links,
      verdicts: verdicts.map(({ a, b, verdict }) => [members[a], members[b], verdict]),
    };
  });

describe('a graph of links', () => {
  it('falls into what likely links and an analyst’s words connect', () => {
    const graph = new LinkGraph(6);
    graph.link(4, 1, 2.5);
    graph.judge(5, 2, 'apart');
    graph.link(2, 0, 1);

    expect([0, 1, 2, 3, 4, 5].map((place) => graph.componentOf(place))).toEqual([0, 1, 0, 3, 1, 0]);
    expect(componentsOf(graph)).toEqual([
      { members: [0, 2, 5], links: [[2, 0, 1]], verdicts: [[5, 2, 'apart']] },
      { members: [1, 4], links: [[4, 1, 2.5]], verdicts: [] },
      { members: [3], links: [], verdicts: [] },
    ]);
  });

  it('has doubtful links where both ends are connected otherwise, and none between components', () => {
    const graph = new LinkGraph(4);
    graph.link(0, 1, 3);
    graph.link(1, 2, 3);
    graph.link(0, 2, -1);
    graph.link(2, 3, -0.5);

    expect(componentsOf(graph).map(({ links }) => links)).toEqual([
      [
        [0, 1, 3],
        [1, 2, 3],
        [0, 2, -1],
      ],
      [],
    ]);
  });

  it('takes more links than it was told of', () => {
    for (const told of [undefined, 0, 3]) {
      const graph = new LinkGraph(201, told);
      const all = Array.from({ length: 200 }, (_, at) => [at, at + 1, at / 4]);
      for (const [a = 0, b = 0, score = 0] of all) graph.link(a, b, score);

      expect(componentsOf(graph).map(({ links }) => links)).toEqual([all]);
    }
  });
});
