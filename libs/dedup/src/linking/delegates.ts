import { createHash } from 'node:crypto';
import type { Mention } from '@tocsin/contracts';
import { tierOf } from './linkable.js';

/**
 * About so many of those that say the same speak for all, from twice as many on; of fewer each is compared with every
 * other. By folds of gva two do as well as sixteen (ADR 70).
 */
export const DELEGATES = 4;

/**
 * What mentions of a much reported incident have in common: what happened, where, when and with which toll. Mentions of
 * one key are each other's crowd.
 */
export function crowdOf(mention: Mention): string {
  const { what, where, when, casualties } = mention;
  const parts = [
    tierOf(mention),
    what.acledSubEventType ?? what.acledEventType ?? what.hazardType ?? what.ploverType ?? '',
    where.geonameId ?? where.place ?? where.admin1 ?? where.countryIso3 ?? '',
    when.start?.slice(0, 10) ?? '',
    when.end?.slice(0, 10) ?? '',
    casualties.killed?.best ?? '',
  ];
  // Kept in a database, which takes neither.
  return parts.join('|').toWellFormed().replaceAll('\0', '');
}

/** By its id alone: half of all mentions have at least 1, a quarter at least 2, and so on; 0 to 32. */
export function levelOf(mentionId: string): number {
  return Math.clz32(createHash('sha256').update(mentionId).digest().readUInt32BE(0));
}

/**
 * From which level on a mention speaks for its crowd. Who that is depends on the crowd's size alone, not on who came
 * first: a function of the set.
 * @param delegates about so many, at most twice as many, are expected of a crowd however large
 */
export function leastLevel(crowd: number, delegates: number = DELEGATES): number {
  return crowd < 2 * delegates ? 0 : Math.floor(Math.log2(crowd / delegates));
}
