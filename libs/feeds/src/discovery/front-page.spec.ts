import { describe, expect, it } from '@jest/globals';
import { frontPageLinks } from './front-page.js';

const url = 'https://www.example.org/';
const links = (html: string) => frontPageLinks(html, url).map((each) => [each.url, each.title]);
const headline = 'Two rescued after barge sinks off coast';

describe('the articles that a front page links to', () => {
  it('are known by headline and address together', () => {
    const html = `<main><a href="/news/two-rescued-after-barge-sinks">${headline}</a>
      <a href="https://sport.example.org/2024/05/17/cup">Town wins the cup after long wait</a>
      <a href="/a/1234567.html">“We were lucky,” says the mayor of Ålesund</a>
      <h2><a href="/story/x9">Short path but a real headline</a></h2>`;
    expect(links(html)).toEqual([
      ['https://www.example.org/news/two-rescued-after-barge-sinks', headline],
      ['https://sport.example.org/2024/05/17/cup', 'Town wins the cup after long wait'],
      ['https://www.example.org/a/1234567.html', '“We were lucky,” says the mayor of Ålesund'],
      ['https://www.example.org/story/x9', 'Short path but a real headline'],
    ]);
  });

  it('are named once, by their fullest text, trackers aside', () => {
    const html = `<a href="/n/barge-sinks-off-coast?utm_source=top"><img src=x alt=y></a>
      <a href="/n/barge-sinks-off-coast">Two rescued after barge sinks</a>
      <a href="/n/barge-sinks-off-coast#c">${headline}</a>`;
    expect(links(html)).toEqual([['https://www.example.org/n/barge-sinks-off-coast', headline]]);
  });

  it('are titled by the heading within a link that holds more', () => {
    const html = `<article><a href="/x"><svg><title>icon of a thing here</title></svg><h3>${headline}</h3>
      <p>The crew was found in a raft.</p><script>var a = "b c d e f"</script></a></article>`;
    expect(links(html)).toEqual([['https://www.example.org/x', headline]]);
  });

  it('may be in scripts that write without blanks', () => {
    const html = '<a href="/20240517/12345">台風で二人が死亡、避難指示続く</a>';
    expect(links(html)).toHaveLength(1);
  });

  it('are found though a form wraps the page or the navigation is left open', () => {
    const link = `<a href="/n/barge-sinks-off-coast">${headline}</a>`;
    expect(links(`<form>${link}</form>`)).toHaveLength(1);
    expect(links(`<nav><a href=/x>x</a><main>${link}</main>`)).toHaveLength(1);
  });
});

describe('what is no article', () => {
  it.each([
    ['navigation', `<nav><ul><li><a href="/n/two-rescued-after-barge">${headline}</a></nav>`],
    [
      'a menu',
      `<div role="navigation"><div></div><a href="/n/two-rescued-after">${headline}</a></div>`,
    ],
    ['the page header', `<header><a href="/n/two-rescued-after-barge">${headline}</a></header>`],
    ['the footer', `<footer><a href="/n/two-rescued-after-barge">${headline}</a></footer>`],
    ['a label', '<a href="/n/two-rescued-after-barge">Local news</a>'],
    ['a tag', `<a href="/tag/two-rescued-after-barge">${headline}</a>`],
    ['a category', `<h2><a href="/category/local/12345">${headline}</a></h2>`],
    ['a login', `<a href="/login?next=two-rescued-after-barge-12345">${headline}</a>`],
    ['a file', `<a href="/files/two-rescued-after-barge.pdf">${headline}</a>`],
    ['another site', `<a href="https://other.net/two-rescued-after-barge">${headline}</a>`],
    ['the page itself', `<h1><a href="/?utm_source=x#top">${headline}</a></h1>`],
    ['a script', `<a href="javascript:two-rescued-after-barge">${headline}</a>`],
    ['a bare path outside of headings', `<a href="/local">${headline}</a>`],
    ['a template', `<template><a href="/n/two-rescued-after-barge">${headline}</a></template>`],
  ])('is %s', (_what, html) => {
    expect(links(html)).toEqual([]);
  });
});
