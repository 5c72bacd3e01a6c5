import { describe, expect, it } from '@jest/globals';
import { readDocument } from '../text/document.js';
import { article } from '../testing/articles.js';
import { readStory } from './story.js';
import { type TypeFacts, typeFacts } from './type-facts.js';

const facts = (...paragraphs: string[]): TypeFacts =>
  typeFacts(readStory(readDocument(article({ title: '', paragraphs })), () => []).happened[0]!);

describe('the facts of a draft', () => {
  it('are who acts, who suffers, and what came of it', () => {
    const given = facts('Rebels attacked a police station and killed two officers.');
    expect([...given.agents]).toContain('rebel');
    expect([...given.patients]).toContain('police');
    expect([...given.targets]).toContain('law enforcement');
    expect(given).toMatchObject({ eventClass: 'force', killed: true, arrested: false });
  });

  it('weigh what fits one type above what fits many', () => {
    const given = facts('Rebels attacked the town and shelled its market.');
    expect(given.senses[0]?.id).toBe('shelling');
  });

  it('are no evidence where they did not happen or are known from before', () => {
    const riot = facts('Riot police used tear gas on protesters, and the protesters marched on.');
    expect(riot.near.has('riot')).toBe(false);
    const planned = facts('Police arrested five men. A rally is planned for Monday.');
    expect(planned.near.has('protest')).toBe(false);
    const known = facts('Students marched to protest the killing of two farmers by officers.');
    expect(known.killed).toBe(false);
  });

  it('tell who was harmed', () => {
    expect([...facts('Two officers were shot by a gunman.').victims]).toEqual(['police']);
    expect([...facts('Police arrested two officers.').victims]).toEqual([]);
  });

  it('do not take a denied death for one', () => {
    expect(facts('A bomb exploded at the market but no one was killed.').killed).toBe(false);
  });
});
