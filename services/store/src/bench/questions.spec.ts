import { describe, expect, it } from '@jest/globals';
import { parseIncidentQuery } from '../queries/incident-query.js';
import { questionsOf } from './questions.js';

describe('the questions of the bench', () => {
  it('are all ones that the API takes, the same for a seed', () => {
    const questions = questionsOf(1, 60);
    for (const path of Object.values(questions).flat()) {
      const query = Object.fromEntries(new URL(path, 'http://localhost').searchParams);
      expect(() => parseIncidentQuery(query)).not.toThrow();
    }
    expect(questionsOf(1, 60)).toEqual(questions);
    expect(questionsOf(2, 60)).not.toEqual(questions);
  });
});
