import type { PageElement } from '../page/page-element.js';
import type { Block } from './block.js';
import type { FeatureGroup } from './feature-group.js';
import type { Like } from './page-sums.js';

/** How much of the page's prose stands around the block. */
export const containerFeatures: FeatureGroup = {
  names: [
    'proseOfContainer',
    'proseInContainer',
    'proseInParent',
    'proseInGrandparent',
    'proseInGreatGrandparent',
    'proseDensityOfContainer',
    'proseDensityOfParent',
  ],
  of({ facts: { proseIn, proseOf, textIn, containers }, sums: { totalProse } }, at) {
    const container = containers[at] as PageElement;
    const parent = container.parent ?? container;
    const grandparent = parent.parent ?? parent;
    const great = grandparent.parent ?? grandparent;
    const prose = ({ order }: PageElement): number => proseIn[order] ?? 0;
    const density = (each: PageElement): number =>
      prose(each) / Math.max(1, textIn[each.order] ?? 1);
    return [
      (proseOf[container.order] ?? 0) / totalProse,
      prose(container) / totalProse,
      prose(parent) / totalProse,
      prose(grandparent) / totalProse,
      prose(great) / totalProse,
      density(container),
      density(parent),
    ];
  },
};

/** What blocks of the same kind are like. */
export const likeFeatures: FeatureGroup = {
  names: ['likeBlocks', 'likeProse', 'likeLinks'],
  of({ sums: { likes, totalProse } }, at) {
    const { blocks, prose, links } = likes[at] as Like;
    return [Math.min(100, blocks), prose / totalProse, links / blocks];
  },
};

/** How small a thing the block is part of, and whether with images: captions stand so. */
export const sizeFeatures: FeatureGroup = {
  names: [
    'imagesInContainer',
    'imagesInParent',
    'blocksInContainer',
    'blocksInParent',
    'siblingsLength',
  ],
  of({ facts: { blocks, containers, imagesIn, blocksIn, textIn } }, at) {
    const { order, parent } = containers[at] as PageElement;
    const above = parent?.order ?? order;
    return [
      Math.min(9, imagesIn[order] ?? 0),
      Math.min(9, imagesIn[above] ?? 0),
      Math.min(50, blocksIn[order] ?? 0),
      Math.min(50, blocksIn[above] ?? 0),
      Math.min(2000, (textIn[order] ?? 0) - (blocks[at] as Block).text.length),
    ];
  },
};

const cap = (value: number, most: number): number => Math.max(-most, Math.min(most, value));
const MAX_DISTANCE = 40;
const MAX_LEVELS = 12;

/** Where the block stands in, or beside, what holds most of the prose. */
export const mainFeatures: FeatureGroup = {
  names: [
    'inMain',
    'belowMain',
    'aboveMain',
    'fromFirst',
    'fromLast',
    'isClean',
    'branchClean',
    'branchText',
    'containerClean',
  ],
  of({ facts: { blocks, containers, textIn }, main }, at) {
    const { root, clean, cleanIn, first, last } = main;
    const { element } = blocks[at] as Block;
    const inMain = root.contains(element);
    let branch = element;
    while (inMain && branch.depth > root.depth + 1 && branch.parent !== null)
      branch = branch.parent;
    let common: PageElement = root;
    while (!common.contains(element) && common.parent !== null) common = common.parent;
    const mainClean = Math.max(1, cleanIn[root.order] ?? 0);
    return [
      Number(inMain),
      inMain ? Math.min(MAX_LEVELS, element.depth - root.depth) : -1,
      Math.min(MAX_LEVELS, root.depth - common.depth),
      first < 0 ? 99 : cap(at - first, MAX_DISTANCE),
      last < 0 ? 99 : cap(at - last, MAX_DISTANCE),
      Number(clean[at]),
      inMain ? (cleanIn[branch.order] ?? 0) / mainClean : -1,
      inMain ? (textIn[branch.order] ?? 0) / Math.max(1, textIn[root.order] ?? 1) : -1,
      (cleanIn[(containers[at] as PageElement).order] ?? 0) / mainClean,
    ];
  },
};
