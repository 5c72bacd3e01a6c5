import { describe, expect, it } from '@jest/globals';
import { urlShape } from './url-shape.js';

describe('an address', () => {
  it.each([
    ['front', 'https://news.example'],
    ['front', 'https://news.example/'],
    ['front', 'https://news.example/index.html'],
    ['front', 'https://news.example/en/'],
    ['front', 'https://news.example/pt-br/home'],
    ['listing', 'https://news.example/tag/ferry'],
    ['listing', 'https://news.example/category/sport/page/3'],
    ['listing', 'https://news.example/en/topics/climate'],
    ['bare', 'https://news.example/politics'],
    ['bare', 'https://news.example/world/asia'],
    ['bare', 'https://news.example/politics.html'],
    ['document', 'https://news.example/2026/03/02/bridge-gives-way-in-valley'],
    ['document', 'https://news.example/world/article1234567'],
    ['document', 'https://news.example/themen/land/forum2022.html;jsessionid=ED5D.live'],
    ['document', 'https://news.example/index.php?title=Bridge&diff=2'],
    ['document', 'https://news.example/?p=123'],
    ['document', 'https://news.example/tag/how-the-owl-came-back-to-the-island'],
    ['unknown', 'https://news.example/a/b/c/d'],
    ['unknown', ''],
    ['unknown', 'no address'],
  ] as const)('is of the shape %s: %s', (shape, url) => {
    expect(urlShape(url)).toBe(shape);
  });
});
