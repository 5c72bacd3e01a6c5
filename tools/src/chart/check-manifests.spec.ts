import { describe, expect, it } from '@jest/globals';
import { problemsOf } from './check-manifests.js';
import { manifestsOf } from './manifests.js';

const service = (spec: string) => `
apiVersion: v1
kind: Service
metadata: { name: news }
spec: ${spec}
`;
const scaled = (trigger: string) => `
apiVersion: keda.sh/v1alpha1
kind: ScaledObject
metadata: { name: news }
spec: { scaleTargetRef: { name: news }, triggers: [${trigger}] }
`;

describe('manifests', () => {
  it('that the cluster and KEDA would take have no problems', async () => {
    const text = `${service('{ ports: [{ port: 80 }] }')}---${scaled('{ type: kafka, metadata: { topic: a } }')}---\n`;
    expect(await problemsOf(manifestsOf(text))).toEqual([]);
  });

  it('are refused with a wrong type, a missing field, an unknown field, an unknown kind', async () => {
    const wrong = [
      service('{ ports: [{ port: http }] }'),
      service('{ ports: [{ port: 80, targtPort: 8080 }] }'),
      scaled('{ metadata: { topic: a } }'),
      'apiVersion: v1\nkind: Servant\nmetadata: { name: news }\n',
    ];
    const problems = await problemsOf(manifestsOf(wrong.join('---\n')));
    expect(problems.join('\n')).toMatch(/data\/spec\/ports\/0\/port must be integer/);
    expect(problems.join('\n')).toMatch(/'targtPort' does not exist|"targtPort"' does not exist/);
    expect(problems.join('\n')).toMatch(/must have required property type/);
    expect(problems.join('\n')).toMatch(/Servant news: /);
  });

  it('are none where the YAML is none', () => {
    expect(() => manifestsOf('a: 1\na: 2\n')).toThrow(/unique/);
    expect(() => manifestsOf('a: [')).toThrow();
    expect(manifestsOf('---\n# nothing\n---\n')).toEqual([]);
  });
});
