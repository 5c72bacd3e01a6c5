import type { Toponym } from '@tocsin/geocoding';
import type { Document } from '../text/document.js';
import { backgroundOf, readOutlook, type Outlook } from './background/background.js';
import { arrestDays, type Dated } from './arrest-days.js';
import { choosePlace } from './choose-place.js';
import { type Apart, chooseTime } from './choose-time.js';
import type { Draft, Piece } from './draft.js';
import { onlyDay } from './only-day.js';
import type { ChosenPlace } from './open-place.js';
import { placesFit } from './places-fit.js';
import { reunite, type Situated } from './reunite.js';
import { verbalPlace, verbalTime } from './verbal.js';
import { readStory, type Story } from './story.js';
import { townOfOthers } from './town-of-others.js';

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
  const timeOf = (draft: Draft, among: readonly Draft[], isApart: Apart): Piece | null => {
    const time = chooseTime(document, draft, among, all, isApart);
    if (time || backgroundOf(outlook, draft, null) !== null) return time;
    return onlyDay(document, draft, among, all);
  };
  const situate = (among: readonly Draft[]): Situated[] => {
    const first = new Map(
      among.map((draft) => [draft, choosePlace(draft, among, all, toponyms, document.upperCase)]),
    );
    const places = new Map(among.map((draft) => [draft, townOfOthers(draft, first)]));
    const isApart: Apart = (a, b) => areInTwoTowns(places.get(a), places.get(b));
    const dated = among.map((draft) => ({ draft, time: timeOf(draft, among, isApart) }));
    const isBackground = ({ draft, time }: Dated) => backgroundOf(outlook, draft, time) !== null;
    return dated.map(({ draft, time }) => ({
      draft,
      time:
        time ??
        (draft.eventClass === 'arrest'
          ? arrestDays(draft, dated, isBackground, document.published)
          : null),
      place: places.get(draft) ?? null,
    }));
  };
  const told = situate(story.happened);
  const drafts = reunite(told);
  // Where nothing was put together all stands as it stood.
  const happened = drafts.length === told.length ? told : situate(drafts);
  const verbal = story.verbal.map((draft) => ({
    draft,
    time: verbalTime(draft, document.published),
    place: verbalPlace(draft, toponyms, all),
  }));
  return { story, outlook, happened, verbal };
}

/** Whether two chosen places are towns, and not the same. */
function areInTwoTowns(
  a: ChosenPlace | null | undefined,
  b: ChosenPlace | null | undefined,
): boolean {
  const [here, there] = [a?.toponym.place, b?.toponym.place];
  if (here?.kind !== 'city' || there?.kind !== 'city') return false;
  return !placesFit(here, there);
}
