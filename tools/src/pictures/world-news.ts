import { seeded } from '../corpus/random.js';
import { TOWNS } from '../corpus/towns.js';
import type { SampleArticle } from '../sample/articles.js';

interface Scene {
  readonly town: string;
  readonly country: string;
  readonly weekday: string;
  readonly n: number;
  readonly m: number;
}

interface Story {
  readonly title: (scene: Scene) => string;
  readonly first: (scene: Scene) => string;
  readonly then: readonly string[];
}

const at = ({ town, country, weekday }: Scene) => `in ${town}, ${country}, on ${weekday}`;

/** One for each kind that the map tells apart. */
const STORIES: readonly Story[] = [
  {
    title: ({ town, n }) => `Clashes near ${town} leave ${n} fighters dead`,
    first: (scene) =>
      `Soldiers and rebels exchanged fire ${at(scene)}, and ${scene.n} fighters were killed, the army said.`,
    then: ['The fighting lasted until the evening, residents said, and the road north was closed.'],
  },
  {
    title: ({ town, n }) => `Market bombing kills ${n} in ${town}`,
    first: (scene) =>
      `A bomb exploded at a market ${at(scene)}, killing ${scene.n} people and injuring ${scene.m} others, police said.`,
    then: ['Doctors at the city hospital asked the public to give blood.'],
  },
  {
    title: ({ town, n }) => `Gunmen kill ${n} villagers near ${town}`,
    first: (scene) =>
      `Gunmen attacked a village ${at(scene)}, and killed ${scene.n} civilians, officials said.`,
    then: ['Several houses were burned, a witness told reporters. Nobody has claimed the attack.'],
  },
  {
    title: ({ town }) => `Thousands march in ${town} against fuel prices`,
    first: (scene) =>
      `Thousands of people protested peacefully ${at(scene)}, against rising fuel prices, organisers said.`,
    then: ['They walked from the university to the town hall and went home in the afternoon.'],
  },
  {
    title: ({ town, n }) => `Rioters burn cars in ${town}, ${n} officers hurt`,
    first: (scene) =>
      `Rioters threw stones at police and burned cars ${at(scene)}, and ${scene.n} officers were injured, police said.`,
    then: ['Shops along the main street were looted, according to local media.'],
  },
  {
    title: ({ town, n }) => `Bus crash near ${town} kills ${n}`,
    first: (scene) =>
      `A bus overturned on a road ${at(scene)}, killing ${scene.n} passengers and injuring ${scene.m}, police said.`,
    then: ['The driver had lost control of the bus in heavy rain, the transport ministry said.'],
  },
  {
    title: ({ town, n }) => `Floods kill ${n} in ${town}`,
    first: (scene) =>
      `Floods after heavy rain killed ${scene.n} people ${at(scene)}, the disaster agency said.`,
    then: ['Hundreds of families were brought to schools on higher ground.'],
  },
  {
    title: ({ town, n }) => `Police arrest ${n} in ${town}`,
    first: (scene) =>
      `Police arrested ${scene.n} suspected members of an armed group ${at(scene)}, a spokesman said.`,
    then: ['Weapons and documents were found in two houses, he told reporters.'],
  },
];

const SITES = ['Morning Courier', 'Evening Ledger', 'The Observer Post', 'Daily Wire'];
const WEEKDAYS = ['Sunday', 'Monday', 'Tuesday', 'Wednesday', 'Thursday', 'Friday', 'Saturday'];
const DAY_MS = 86_400_000;
/** A copy and a second source for every so many stories. */
const COPIED = 5;

/** Made-up news of every kind, from all over the world, within two months before `until`. */
export function worldNews(stories: number, until: Date, seed: number): SampleArticle[] {
  const random = seeded(seed);
  const upTo = (most: number) => 1 + Math.floor(random() * most);
  return Array.from({ length: stories }, (_, index) => {
    const story = STORIES[index % STORIES.length] as Story;
    const [town, country] = TOWNS[(index * 7) % TOWNS.length] as readonly [string, string];
    const day = new Date(until.getTime() - upTo(60) * DAY_MS);
    const weekday = WEEKDAYS[day.getUTCDay()] as string;
    const scene = { town, country, weekday, n: upTo(upTo(60)) + 1, m: upTo(80) + 1 };
    const article: SampleArticle = {
      id: `story-${index}`,
      site: SITES[index % SITES.length] as string,
      section: 'world',
      title: story.title(scene),
      publishedAt: `${new Date(day.getTime() + DAY_MS).toISOString().slice(0, 10)}T08:00:00`,
      dateline: null,
      paragraphs: [story.first(scene), ...story.then],
      captions: [],
      source: null,
      licence: 'made up',
    };
    const elsewhere = SITES[(index + 1) % SITES.length] as string;
    const copy = { ...article, id: `copy-${index}`, site: elsewhere };
    return index % COPIED === 0 ? [article, copy] : [article];
  }).flat();
}
