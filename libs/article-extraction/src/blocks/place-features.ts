import type { Block } from './block.js';
import type { FeatureGroup } from './feature-group.js';
import { MARK_NAMES } from './marks.js';
import { headingLevel } from './page-sums.js';

/** What the block's element is. */
export const elementFeatures: FeatureGroup = {
  names: ['isParagraph', 'heading', 'isItem', 'isCell', 'isDiv', 'depth'],
  of({ facts }, at) {
    const { element } = facts.blocks[at] as Block;
    const { name, depth } = element;
    return [
      Number(name === 'p'),
      headingLevel(element),
      Number(name === 'li' || name === 'dd' || name === 'dt'),
      Number(name === 'td' || name === 'th'),
      Number(name === 'div'),
      depth,
    ];
  },
};

/** Where on the page the block stands. */
export const placeFeatures: FeatureGroup = {
  names: ['place', 'placeByText', 'fromHeadline', 'proseBefore', 'proseAfter', 'proseShareOfPage'],
  of({ facts: { blocks }, sums }, at) {
    const { headline, totalText, totalProse } = sums;
    const before = (sums.proseBefore[at] ?? 0) / totalProse;
    return [
      at / blocks.length,
      (sums.textBefore[at] ?? 0) / totalText,
      headline < 0 ? 99 : Math.max(-50, Math.min(98, at - headline)),
      before,
      Math.max(0, 1 - before),
      totalProse / totalText,
    ];
  },
};

/** How many blocks before and after count as near. */
const NEAR = 3;

/** What stands before and after the block. */
export const neighbourFeatures: FeatureGroup = {
  names: [
    'previousLength',
    'previousLinks',
    'nextLength',
    'nextLinks',
    'previousLike',
    'nextLike',
    'sameParentAsPrevious',
    'sameParentAsNext',
    'previousProse',
    'nextProse',
    'proseNear',
  ],
  of({ facts: { blocks, containers, prose } }, at) {
    const [previous, self, next] = [blocks[at - 1], blocks[at], blocks[at + 1]];
    const proseBy = (step: number): number => {
      let sum = 0;
      for (let i = 1; i <= NEAR; i++) {
        const other = at + i * step;
        if (prose[other] === true) sum += blocks[other]?.text.length ?? 0;
      }
      return Math.min(2000, sum);
    };
    const [before, after] = [proseBy(-1), proseBy(1)];
    return [
      Math.min(1000, previous?.text.length ?? 0),
      previous?.linkDensity ?? 1,
      Math.min(1000, next?.text.length ?? 0),
      next?.linkDensity ?? 1,
      Number(previous?.element.name === self?.element.name),
      Number(next?.element.name === self?.element.name),
      Number(previous !== undefined && containers[at - 1] === containers[at]),
      Number(next !== undefined && containers[at + 1] === containers[at]),
      before,
      after,
      before + after,
    ];
  },
};

/** How far above the block's element the nearest one of each mark is. */
export const markFeatures: FeatureGroup = {
  names: MARK_NAMES.map((name) => `from-${name}`),
  of({ facts: { blocks, marks } }, at) {
    return marks.distances((blocks[at] as Block).element);
  },
};
