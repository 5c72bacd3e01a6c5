import type { Toponym } from '@tocsin/geocoding';
import type { Document } from '../text/document.js';
import { backgroundOf, readOutlook, type Outlook } from './background/background.js';
import { choosePlace } from './choose-place.js';
import { chooseTime } from './choose-time.js';
import type { Draft, Piece } from './draft.js';
import { onlyDay } from './only-day.js';
import { reunite, type Situated } from './reunite.js';
import { verbalPlace, verbalTime } from './verbal.js';
import { readStory, type Story } from './story.js';

/** A story whose happenings and acts of speech have their days and places. */
export interface SituatedStory {
  readonly story: Story;
  /** By what it is told whether a happening is background. */
  readonly outlook: Outlook;
  readonly happened: readonly Situated[];
  readonly verbal: readonly Situated[];
}

/**
 * Reads an article's story, gives all of it days and places, and puts together what only its sentences
 * kept apart; what was put together is dated and placed anew.
 *
 * @param toponymsOf asked once, and only if the sentences tell of something that may be a mention
 */
export function readSituated(
  document: Document,
  toponymsOf: () => readonly Toponym[],
): SituatedStory {
  const story = readStory(document, toponymsOf);
  const { all, toponyms } = story;
  const outlook = readOutlook(document);
  const timeOf = (draft: Draft, among: readonly Draft[]): Piece | null => {
    const time = chooseTime(document, draft, among, all);
    if (time || backgroundOf(outlook, draft, null) !== null) return time;
    return onlyDay(document, draft, among, all);
  };
  const situate = (draft: Draft, among: readonly Draft[]): Situated => ({
    draft,
    time: timeOf(draft, among),
    place: choosePlace(draft, among, all, toponyms, document.upperCase),
  });
  const told = story.happened.map((draft) => situate(draft, story.happened));
  const drafts = reunite(told);
  // Where nothing was put together all stands as it stood.
  const same = drafts.length === told.length;
  const happened = same ? told : drafts.map((draft) => situate(draft, drafts));
  const verbal = story.verbal.map((draft) => ({
    draft,
    time: verbalTime(draft, document.published),
    place: verbalPlace(draft, toponyms, all),
  }));
  return { story, outlook, happened, verbal };
}
