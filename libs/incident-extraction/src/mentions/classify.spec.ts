import { describe, expect, it } from '@jest/globals';
import type { What } from '@tocsin/contracts';
import { createIncidentExtractor } from '../extractor.js';
import { article } from '../testing/articles.js';

const extractor = createIncidentExtractor();
const what = (sentence: string): What =>
  extractor.extract(article({ title: sentence, paragraphs: [sentence] }))[0]!.what;

describe('the type, by ACLED’s precedence', () => {
  it.each([
    ['A suicide bomber blew himself up at a market, killing ten people.', 'Suicide bomb'],
    ['A car bomb exploded outside the bank, killing two people.', 'Remote explosive/landmine/IED'],
    [
      'Warplanes carried out air strikes on the village, killing nine civilians.',
      'Air/drone strike',
    ],
    [
      'Rebels shelled the town with mortars, wounding five residents.',
      'Shelling/artillery/missile attack',
    ],
    ['Attackers threw a hand grenade at the bar.', 'Grenade'],
    ['Gunmen kidnapped two aid workers.', 'Abduction/forced disappearance'],
    ['Rebels and soldiers clashed near the river; gunfights went on.', 'Armed clash'],
    ['Thousands took part in a demonstration in the capital.', 'Peaceful protest'],
    ['Police fired tear gas to disperse demonstrators.', 'Protest with intervention'],
    ['Rioters threw stones and torched cars in the riot.', 'Violent demonstration'],
    ['A mob lynched a man accused of theft.', 'Mob violence'],
    ['Soldiers recaptured the town from rebels.', 'Government regains territory'],
    ['Police arrested five men.', 'Arrests'],
    ['Chlorine gas attack kills ten civilians.', 'Chemical weapon'],
    ['Two officers were beheaded amid violent protests.', 'Violent demonstration'],
    ['Guerrillas murdered three peasants.', 'Attack'],
  ])('%j', (sentence, expected) => {
    expect(what(sentence).acledSubEventType).toBe(expected);
  });

  it('is a hazard for accidents and disasters', () => {
    expect(what('At least 107 killed in crane collapse')).toMatchObject({
      family: 'accident',
      hazardType: 'Technological/Miscellaneous/collapse',
      acledEventType: null,
      ploverType: null,
    });
    expect(what('An earthquake killed 40 people.')).toMatchObject({
      family: 'disaster',
      hazardType: 'Natural/Geophysical/earthquake',
    });
  });

  it('keeps crime apart from politics', () => {
    expect(what('A man was shot dead in a robbery.')).toMatchObject({
      family: 'crime',
      contexts: ['crime'],
    });
    expect(what('Rebels shot dead a priest.')).toMatchObject({
      family: 'political',
      civilianTargeting: true,
    });
  });

  it.each([
    ['A man raped a woman in her home.', 'crime'],
    ['Vandals desecrated graves near the church.', 'crime'],
    ['A man was charged after he attacked his wife.', 'crime'],
    ['Gunmen attacked the ministry.', 'political'],
    ['A man attacked a shopper in an act of terrorism.', 'political'],
    ['Soldiers raped two women in the village.', 'political'],
  ])('violence among mere people is crime: %s', (sentence, family) => {
    expect(what(sentence).family).toBe(family);
  });

  it('does not say that someone did it where no word tells how', () => {
    expect(what('A man was found dead in a pool, and nobody saw him die.')).toMatchObject({
      family: 'unknown',
      acledSubEventType: null,
      ploverType: null,
    });
  });
});
