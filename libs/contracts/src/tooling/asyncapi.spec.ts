import { existsSync, readFileSync } from 'node:fs';
import { describe, expect, it } from '@jest/globals';
import { parse } from 'yaml';
import { topicNames, topics } from '../topics/index.js';
import { renderAsyncApi } from './asyncapi.js';
import { ASYNCAPI } from './paths.js';

interface Document {
  asyncapi: string;
  channels: Record<string, { messages: Record<string, { payload: { schema: { $ref: string } } }> }>;
  operations: Record<string, { action: string; channel: { $ref: string } }>;
}

const text = renderAsyncApi(Object.values(topics));
const document = parse(text) as Document;

describe('the AsyncAPI document', () => {
  it('is what the contracts generate', () => {
    expect(readFileSync(ASYNCAPI, 'utf8')).toBe(text);
  });

  it('describes every topic', () => {
    expect(document.asyncapi).toBe('3.0.0');
    expect(Object.keys(document.channels)).toEqual([...topicNames]);
  });

  it.each(topicNames)('points to the schema file of %s', (topic) => {
    const ref = document.channels[topic]?.messages[topic]?.payload.schema.$ref ?? '';
    expect(existsSync(new URL(ref, ASYNCAPI))).toBe(true);
  });

  it('tells what can be filtered by without parsing', () => {
    const { headers } = parse(text).channels['incident-updated'].messages['incident-updated'];
    const names = ['schema-version', 'type', 'country', 'change', 'revision'];
    expect(headers.required).toEqual(names);
    expect(Object.keys(headers.properties)).toEqual(expect.arrayContaining(names));
  });

  it('says who sends and who receives', () => {
    expect(document.operations['store-receive-incident-revised']).toEqual({
      action: 'receive',
      channel: { $ref: '#/channels/incident-revised' },
    });
    expect(document.operations['deduplicator-send-incident-updated']?.action).toBe('send');
  });
});
