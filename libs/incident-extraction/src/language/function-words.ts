import { WordSet } from './word-list.js';

const set = (words: string): WordSet => new WordSet(words.split(' '));

/** Words that end a noun phrase when it is read leftwards from its head. */
export const PHRASE_STOPS = set(
  'of in on at by for from to with into onto over under between during after before against among amid amidst across around near outside inside within without about than as and or but nor if when while where who whom which that because since until although though so is are was were be been being am has have had do does did will would can could may might must shall should not never he she it they we i you him them us there here then how what why also said says saying say told reported according including included include left leaving show shows showed see seen killing killed kill wounded wounding injured injuring kidnapped shot shooting says than via per toward towards behind beside upon only both either neither identify identifies mourn mourns kills shoots injures wounds arrests finds seeks leaves reminding reminds asking asks urging urges telling tells warns helping helps saving saves claim claims stabs stabbing',
);

export const DETERMINERS = set(
  'a an the this that these those his her its their our my your another each every some any',
);

export const BE = set('is are was were be been being get gets got gotten getting found');

export const ADVERBS = set(
  'also later then still now just already reportedly allegedly apparently seriously critically fatally badly slightly severely gravely accidentally brutally mortally not been being ever never once either both all subsequently initially recently immediately themselves himself herself probably presumably',
);

/** The nouns and adjectives that let a number stand for people with no noun of its own. */
export const NUMBER_FOLLOWERS = set(
  'others other more dead wounded injured killed hurt shot in were was are have had of critically seriously fatally and , . ; : ) missing arrested detained victims have died after at by including from remain critical who taken rushed airlifted transported hospitalized hospitalised admitted',
);

/** Capitalised names that end in one of these are places and organisations. */
export const NO_PERSON = set(
  'street road avenue ave blvd drive lane court boulevard county city state school university college hospital center centre park department office police sheriff coroner church club bar store company inc association agency times news press tribune post house hall park beach island lake river mountain valley court examiner district facebook twitter explorer authority ministry army force forces group party union front committee council community parish township village town heights hills springs apartments borough precinct battalion regiment squad unit bureau division courthouse jail prison highway freeway bridge mall plaza square elementary academy clinic station airport foundation society league team tv fox abc nbc cbs cnn safety service services flight marshals loop health home memorial homes investigators detectives',
);

/** Titles that are capitalised like names but name nobody. */
export const NOT_NAMES = set(
  'monday tuesday wednesday thursday friday saturday sunday today yesterday tonight tomorrow january february march april may june july august september october november december mr mrs ms dr the a an in on at and but this that he she they it police shot killed dead dies died wounded injured accidentally fatally arrested charged sheriff cops man men woman boy girl teen suspect suspects who after',
);

/** What can stand behind a person's name that has no age and no title; a noun there makes it a place. */
export const NAME_FOLLOWERS = set(
  'was were is are has had have who whom and or but died dies dead killed shot as to in on at of from with for by after before when while because that also later then allegedly fatally accidentally remains remained suffered sustained succumbed received lost would could did does said says told identified accused charged arrested wounded injured stabbed beaten all both each dying suffering sustaining',
);
