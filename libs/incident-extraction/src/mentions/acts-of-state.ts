import type { Toponym } from '@tocsin/geocoding';
import { organisations } from '../lexicon/organisations.js';
import type { Frame, TokenSpan } from '../reading/frames.js';
import type { SentenceReading } from '../reading/sentence-reading.js';
import type { Draft, EventClass, Piece } from './draft.js';

/** Decrees, releases and resignations; dispatches, withdrawals and alliances. */
const ACTS: ReadonlySet<EventClass> = new Set(['politics', 'deployment']);

/** Whether a draft is of what states, their armies and those who fight them do without violence. */
export const isAct = ({ eventClass }: Draft): boolean => ACTS.has(eventClass);

/** Classes of those whose acts are politics; officers and officials of justice are at their daily work. */
const POWERS: ReadonlySet<string> = new Set([
  'government',
  'politician',
  'military',
  'rebel',
  'militia',
  'external',
]);

/** How far down, in sentences, an article names by a mere noun what it reports ("the curfew"). */
const LEAD = 3;

/** Senses that only those in power can bring about, whoever is named; and attacks on computers, whose doer no one sees. */
const SOVEREIGN: ReadonlySet<string> = new Set([
  'curfew',
  'concede',
  'agree',
  'request-aid',
  'surrender',
  'cyber',
]);
/** Verbs that send whole forces; "sent" and "dispatched" a patrol car may be. */
const DEPLOYED = /^(?:deploy|mobili[sz]|redeploy|amass)/;

/**
 * Whether an article reports an act of state rather than uses a word of one: in a main clause, done, and by a power,
 * to forces of one or as only one can ("declared a curfew"). Of all that common verbs ("sent", "released",
 * "established", "closed") say, most is no politics.
 *
 * @param toponyms of every kind: a country or its people by name is a power
 */
export const isReportedAct = (draft: Draft, toponyms: readonly Toponym[]): boolean =>
  draft.pieces.some((piece) =>
    piece.frames.some((frame) => isTold(frame, piece) && isOfPower(frame, piece.reading, toponyms)),
  );

/** "Detectives took over the case": land is taken by powers, or by nobody who is named. */
export const isOfLand = (draft: Draft, toponyms: readonly Toponym[]): boolean =>
  draft.pieces.some(({ frames, reading }) =>
    frames.some(
      ({ agents, agentPhrase }) =>
        (agents.length === 0 && agentPhrase === null) ||
        agents.some(({ actor }) => actor !== null && POWERS.has(actor.id)) ||
        (agentPhrase !== null && agents.length === 0 && isPower(agentPhrase, reading, toponyms)),
    ),
  );

function isTold(frame: Frame, { reading }: Piece): boolean {
  const { realis, naming, recalled, aside } = frame;
  if (realis !== 'actual' || naming || recalled !== null) return false;
  if (reading.sentence.part === 'title') return true;
  return !aside && !isAttribute(frame, reading);
}

/** "troops stationed in", "measures prepared by": the participle says which, the main verb is another. */
function isAttribute({ from, to, patientPhrase }: Frame, { syntax }: SentenceReading): boolean {
  const clause = syntax.clauses.find(({ verb }) => verb.main >= from && verb.main < to);
  if (!clause || clause.verb.finite) return false;
  if (clause.verb.infinitive || clause.verb.gerund) return true;
  return clause.subject !== null && patientPhrase?.from === clause.subject.from;
}

function isOfPower(frame: Frame, reading: SentenceReading, toponyms: readonly Toponym[]): boolean {
  const { agents, agentPhrase, patients, trigger, from } = frame;
  const { id } = trigger.sense;
  const { tokens, index } = reading.sentence;
  if (SOVEREIGN.has(id) && (trigger.form !== 'noun' || index <= LEAD)) return true;
  if (agents.some(({ actor }) => actor !== null && POWERS.has(actor.id))) return true;
  if (agentPhrase && agents.length === 0 && isPower(agentPhrase, reading, toponyms)) return true;
  if (trigger.sense.group === 'deployment')
    return patients.some(
      ({ actor }) =>
        actor !== null &&
        (actor.id === 'military' ||
          actor.id === 'external' ||
          (actor.id === 'police' && DEPLOYED.test(tokens[from]!.low))),
    );
  return id === 'release' && agentPhrase === null && frame.patientPhrase !== null;
}

/** A country by its name, or an organisation that is known. */
function isPower(
  { from, to }: TokenSpan,
  { sentence: { tokens } }: SentenceReading,
  toponyms: readonly Toponym[],
): boolean {
  const words = tokens.slice(from, to);
  if (organisations.findAll(words).length > 0) return true;
  const [start, end] = [words[0]!.start, words.at(-1)!.end];
  return toponyms.some(
    (toponym) => toponym.start < end && toponym.end > start && toponym.place?.kind === 'country',
  );
}
