import type { XmlElement } from '../xml/element.js';
import { attributesOf, childrenOf, keep, textIn, type Context, type Handler } from './context.js';

/** What no handler knows: its text, or its attributes, under its own name; what it holds is read on. */
const unknown: Handler = (element, context) => {
  walk(element, context);
  const attributes = attributesOf(element);
  if (attributes.size > 0) context.section.groups.set(element.name, attributes);
  else keep(context, element.name, textIn(element));
};

/** Reads what an element holds. */
export function walk(element: XmlElement, context: Context): void {
  const depth = context.depth + 1;
  for (const child of childrenOf(element)) read(child, { ...context, depth });
}

/** Reads one element by its handler. */
export function read(element: XmlElement, context: Context): void {
  (context.document.handlers.get(element.name) ?? unknown)(element, context);
}
