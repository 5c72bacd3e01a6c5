import type { PageElement } from '../page/page-element.js';

/** A tree as a spec reads it: `p(one b(two) three)`; white space collapsed, attributes left out. */
export const outline = ({ name, children }: PageElement): string => {
  const inside = children
    .map((child) =>
      typeof child === 'string' ? child.replace(/\s+/g, ' ').trim() : outline(child),
    )
    .filter((part) => part !== '');
  return inside.length === 0 ? name : `${name}(${inside.join(' ')})`;
};
