import { keep, textIn, type Handler, type Handlers } from './context.js';

/** A date as written; whoever wants to know it reads it with `feedDate`. */
const date =
  (name: 'published' | 'updated' | 'created' | 'expired'): Handler =>
  (element, context) =>
    keep(context, name, textIn(element));

/** A span of time as Dublin Core writes it: `start=…;end=…`. */
const validity: Handler = (element, { section }) => {
  const written = textIn(element);
  section.values.set('validity', written);
  for (const part of written.split(';')) {
    const [, edge, value = ''] = /^\s*(start|end)=(.*)$/s.exec(part) ?? [];
    if (edge) section.values.set(`validity_${edge}`, value.trim());
  }
};

export const DATES: Handlers = {
  published: date('published'),
  issued: date('published'),
  pubdate: date('published'),
  dcterms_issued: date('published'),
  updated: date('updated'),
  modified: date('updated'),
  lastbuilddate: date('updated'),
  dc_date: date('updated'),
  dcterms_modified: date('updated'),
  created: date('created'),
  dcterms_created: date('created'),
  expirationdate: date('expired'),
  dcterms_valid: validity,
};
