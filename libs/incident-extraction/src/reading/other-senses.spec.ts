import { describe, expect, it } from '@jest/globals';
import { reading } from '../testing/readings.js';

const senses = (text: string): string[] =>
  reading(text).frames.map(({ trigger }) => trigger.sense.id);

describe('a word in another sense', () => {
  it.each([
    ['Engineers regained control of the satellite.', 'regain'],
    ['The office sent a bulletin to police departments.', 'deploy'],
    ['We cannot stop mobilizing.', 'deploy'],
    ['A gunman walked out of an alley.', 'protest'],
    ['She walked out on Monday.', 'protest'],
    ['They called for more intelligence gathering.', 'protest'],
    ['He likes marching bands.', 'protest'],
    ['Friends rally around the family.', 'protest'],
    ['Local stocks rallied on Monday.', 'protest'],
    ['A gunman went on a rampage.', 'riot'],
    ['He found the front door open.', 'regroup'],
    ['The alarm went off at noon.', 'explosion'],
    ['She was practically kidnapped by her friend.', 'abduct'],
    ['The director, Dick Lynch said, was late.', 'mob'],
    ['About ten people wait, Mr. Lynch said.', 'mob'],
    ['A male gorilla was shot in the zoo.', 'shoot'],
    ['The firm is slashing up to 18,000 jobs.', 'stab'],
    ['Rebels shot down a helicopter.', 'defuse'],
    ['A man with a sack caught the attention of deputies.', 'arrest'],
    ['The glint caught an officer’s eye.', 'arrest'],
    ['They drank beer after shooting skeet at the club.', 'shoot'],
    ['He shot a video of the men.', 'shoot'],
    ['The video captured the man who shot her.', 'arrest'],
    ['The air force bombed a village.', 'bombing'],
    ['Two men were caught on a security camera.', 'arrest'],
    ['He was held during the execution of a search warrant.', 'execute'],
    ['The companies reached an agreement for the acquisition of the chain.', 'agree'],
    ['Ten police officers were scattered throughout the crowd.', 'disperse'],
    ['Killing of gorilla at zoo angers many.', 'kill'],
    ['The boat caught fire and started shooting fireworks.', 'shoot'],
    ['Gunmen killed 12 villagers.', 'mob'],
    ['Some 12 villagers were killed.', 'mob'],
    ['Torrential rain continued to batter the city.', 'beat'],
    ['Police raided a house on Monday.', 'attack'],
    ['Two men were held in a drug raid.', 'attack'],
    ['Police found a body in the raid.', 'attack'],
    ['A body was found in a police raid on a home.', 'attack'],
    ['Officers were called to a hall after reports of a disturbance.', 'riot'],
    ['The march was cancelled after security plans were leaked.', 'leak'],
    ['The gorilla Bongo was shot by keepers.', 'shoot'],
    ["A hiker recovers after a 'killer bee' attack in the hills.", 'attack'],
    ['A surfer was attacked by a shark on Monday.', 'attack'],
    ['The man who threw a bomb was identified on Monday.', 'defuse'],
    ['The bomb exploded before the man was positively identified.', 'defuse'],
    ['The boys were playing with a gun when it went off.', 'explosion'],
    ['The jetliner crashed into the sea in June.', 'crash'],
    ['The gorilla Bongo, who was 17, was shot by keepers.', 'shoot'],
  ])('tells of no such happening in %j', (text, sense) => {
    expect(senses(text)).not.toContain(sense);
  });

  it.each([
    ['The army regained control of the town.', 'regain'],
    ['The government sent troops to the border.', 'deploy'],
    ['The army is mobilizing reservists.', 'deploy'],
    ['Hundreds of pupils walked out of class.', 'protest'],
    ['Nurses walked out on Monday.', 'protest'],
    ['Teachers rallied on Monday.', 'protest'],
    ['Fans went on a rampage.', 'riot'],
    ['A bomb went off at noon.', 'bombing'],
    ['She was violently kidnapped by rebels.', 'abduct'],
    ['Some marched, burning flags.', 'protest'],
    ['The rampaging truck hit a crowd.', 'ram'],
    ['A man slashed two women at work.', 'stab'],
    ['Rebels shot down a helicopter.', 'clash'],
    ['The army shot down two drones.', 'defuse'],
    ['The boy accidentally shot himself.', 'accidental-shooting'],
    ['Rebels raided a village.', 'attack'],
    ['Police said that three people died in a raid on a village.', 'attack'],
    ['A disturbance broke out in the prison.', 'riot'],
    ['Two men battered a clerk.', 'beat'],
    ['Two people were hurt in a lone wolf attack on Monday.', 'attack'],
    ['Turkey attacked the rebels on Monday.', 'attack'],
    ['The man was taken in custody on Tuesday.', 'arrest'],
    ['Two bombs were identified on Monday by the police.', 'defuse'],
  ])('tells of it in %j', (text, sense) => {
    expect(senses(text)).toContain(sense);
  });

  it('is harm to oneself, which is no attack', () => {
    expect(reading('The man shot himself.').frames[0]).toMatchObject({ naming: true });
    expect(reading('The man shot his friend.').frames[0]).toMatchObject({ naming: false });
  });
});
