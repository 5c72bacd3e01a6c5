import { expect, it } from '@jest/globals';
import { parseIncidentQuery } from './incident-query.js';
import { candidatesStatement } from './incident-statements.js';

const asked = (query: Record<string, string>) =>
  candidatesStatement(parseIncidentQuery(query)).params;

it('the planner is asked about what tells how many there are', () => {
  expect(asked({ type: 'Riots', country: 'KAZ', killedMin: '3' })).toEqual([
    ['t:Riots', 'c:KAZ', 'k3'],
  ]);
  expect(asked({ admin1: 'Almaty', country: 'KAZ', type: 'Riots' })).toEqual([
    ['a:almaty', 't:Riots'],
  ]);
  expect(asked({ country: 'KAZ', text: 'fire' })).toEqual([['c:KAZ'], 'fire']);
});
