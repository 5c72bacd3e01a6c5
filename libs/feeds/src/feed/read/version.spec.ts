import { describe, expect, it } from '@jest/globals';
import { readFeed } from '../testing/read-feed.js';

const RDF = 'xmlns:rdf="http://www.w3.org/1999/02/22-rdf-syntax-ns#"';

describe('format and version', () => {
  it.each([
    ['<rss version="0.91"/>', 'rss091u'],
    [
      '<!DOCTYPE rss PUBLIC "-//Netscape Communications//DTD RSS 0.91//EN"><rss version="0.91"/>',
      'rss091n',
    ],
    ['<rss version="0.92"/>', 'rss092'],
    ['<rss version="2.0.1"/>', 'rss20'],
    ['<rss version="2.0" xmlns:a="http://www.w3.org/2005/Atom"/>', 'rss20'],
    ['<rss version="constructor"/>', 'rss'],
    ['<feed version="0.3"/>', 'atom03'],
    ['<feed version="0.3" xmlns="http://www.w3.org/2005/Atom"/>', 'atom10'],
    ['<feed/>', 'atom'],
    [`<rdf:RDF ${RDF} xmlns="http://my.netscape.com/rdf/simple/0.9/"/>`, 'rss090'],
    [`<rdf:RDF ${RDF}><channel xmlns="http://purl.org/rss/1.0/"/></rdf:RDF>`, 'rss10'],
    [`<rdf:RDF ${RDF}/>`, ''],
    ['<CHANNEL/>', 'cdf'],
  ])('of %s is %j', (xml, version) => {
    expect(readFeed(xml).version).toBe(version);
  });
});
