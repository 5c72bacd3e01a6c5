import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';
import { isElsewhere } from './time-bond.js';

/** Whether the first time of a sentence is another's than that of the trigger at the given word. */
const elsewhere = (text: string, word: string): boolean => {
  const read = reading(text);
  const at = read.sentence.tokens.findIndex(({ low }) => low === word);
  return isElsewhere(read, read.times[0]!, [at]);
};

describe('whose day a time is', () => {
  it.each([
    ['President Roe Thursday condemned bomb attacks in two cities.', 'bomb'],
    ['The council condemned the bombing in Kenya and Tanzania on Thursday.', 'bombing'],
    ['The party protested today the murder of a student.', 'murder'],
    ['The minister met on Wednesday with relatives of those killed.', 'killed'],
    ['A memorial service was held Tuesday for the victims of the shooting.', 'shooting'],
    ['Rebels attacked the post in retaliation for air strikes last week.', 'attacked'],
    ['Officials called it a revenge attack for air strikes in the valley last week.', 'attack'],
    ['A woman whose car killed a man made her first court appearance Thursday.', 'killed'],
    ['Hundreds attended a Sunday memorial service for a doctor who was killed.', 'killed'],
    ['He was seen the day before they met about the shooting.', 'shooting'],
    ['These are the figures as of Monday for the dead in the bombings.', 'bombings'],
    ['A boy was in critical condition Wednesday after shooting himself.', 'shooting'],
    ['A man remained hospitalized Sunday, a day after being shot.', 'shot'],
    ['A boy is recovering Monday morning after being shot in a park.', 'shot'],
    ['Two women were assaulted at the Christmas market.', 'assaulted'],
    ['The 5 January Movement attacked the post.', 'attacked'],
    ["Officers arrested two men over Monday's march.", 'arrested'],
    ['Rebels shelled the port, which has been closed since the siege began on Monday.', 'shelled'],
    ['A bomb killed two people a week after the talks opened on Monday.', 'killed'],
    ['A minister was killed only 8 days after taking office on 1 January.', 'killed'],
    ['She spoke on Monday of two men who have been kidnapped.', 'kidnapped'],
    ['More details of the bombing emerged on Monday.', 'bombing'],
    ['The arrest announced on Monday was the third.', 'arrest'],
    ['Five workers were still under arrest in the capital on Monday.', 'arrest'],
    ['The men, who will be buried today, were shot in their van.', 'shot'],
    ['A man who shot his brother heads to trial on Wednesday.', 'shot'],
    ['The man who was shot was found over an hour later.', 'shot'],
    ['He may be shot tomorrow in the street.', 'shot'],
    ['Visits will be held from noon on Monday.', 'none'],
    ['In this Monday, Jan. 3 photo, officers stand where a man was shot.', 'shot'],
    ['A man was shot, as this Monday file photo shows.', 'shot'],
    ['A man spent Thanksgiving in jail for shooting his brother.', 'shooting'],
    [
      'The president yesterday sent a telegram to the widow over the death of the senator.',
      'death',
    ],
  ])('is not the event’s: %s', (text, word) => {
    expect(elsewhere(text, word)).toBe(true);
  });

  it.each([
    ['Two men were shot on Monday in the park.', 'shot'],
    ['A boy was hospitalized Wednesday night after he shot himself.', 'shot'],
    ['A boy was hospitalized Sunday evening with light injuries after a shooting.', 'shooting'],
    ["President Roe condemned Monday's bombing of the station.", 'bombing'],
    ['The minister deplored the shooting on Monday.', 'shooting'],
    ['Workers protested on Monday in the capital.', 'protested'],
    ["Two men were killed in Monday's attack.", 'killed'],
    ['Two men were shot after they left the bar on Monday.', 'shot'],
    ['Two men who have been kidnapped on Monday were found.', 'kidnapped'],
    ['Two women were assaulted on Christmas Eve.', 'assaulted'],
    ['In retaliation, rebels attacked the post last week.', 'attacked'],
    ['A truck hit a crowd celebrating Christmas Day.', 'hit'],
  ])('is the event’s: %s', (text, word) => {
    expect(elsewhere(text, word)).toBe(false);
  });
});
