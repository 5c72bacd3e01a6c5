/**
 * What the scripts that fit on gva have in common: its articles, its folds, and which draft an article is
 * about. DIR/data/gva/dev.jsonl is the set.
 */
import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';

export const FOLDS = 5;

/** The set's lines. */
export const readGva = (dir) =>
  readFileSync(`${dir}/data/gva/dev.jsonl`, 'utf8')
    .trim()
    .split('\n')
    .map((line) => JSON.parse(line));

/** The fold of an incident, 0 to FOLDS - 1: all articles of one incident are in one. */
export const foldOf = (seed, incident) =>
  createHash('sha256')
    .update(seed + incident)
    .digest()[0] % FOLDS;

/** The draft that the article is about: the one with most sentences of force among its first. */
export function mainDraft(drafts) {
  const weight = (d) =>
    d.pieces.reduce((sum, p) => sum + 1 / (1 + p.reading.sentence.index / 4), 0) *
    (d.eventClass === 'force' ? 2 : 1) *
    (d.background ? 0.3 : 1);
  return [...drafts].sort((a, b) => weight(b) - weight(a))[0];
}

export const dot = (weights, features) => features.reduce((sum, x, i) => sum + x * weights[i], 0);

/** Three decimals, as weights and scores are shipped. */
export const round = (x) => Math.round(x * 1000) / 1000;
