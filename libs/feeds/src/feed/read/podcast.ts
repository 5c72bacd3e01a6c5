import { textIn, type Handler, type Handlers } from './context.js';

/** Yes or no, in words. */
const flag =
  (name: string, yes: readonly string[]): Handler =>
  (element, { section }) => {
    section.values.set(name, yes.includes(textIn(element).toLowerCase()) ? 'yes' : 'no');
  };

/** What Apple's podcast namespace says beyond texts, people, tags and images. */
export const PODCAST: Handlers = {
  itunes_block: flag('itunes_block', ['yes']),
  itunes_explicit: flag('itunes_explicit', ['yes', 'true', 'explicit']),
};
