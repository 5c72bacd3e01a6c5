import type { Incident, IncidentRevised, RevisionPage, SourcedClaim } from '@tocsin/contracts';
import { useState } from 'react';
import { getJson } from '../api/get-json.js';
import { useAnswer } from '../api/use-answer.js';
import { readAbilities } from '../api/abilities.js';
import { Curate } from '../curating/curate.js';
import { claimKey } from '../evidence/claim-key.js';
import { sectionsOf } from '../evidence/facts.js';
import { historyOf } from '../history/revision-history.js';
import { ArticlePanel } from '../parts/article-panel.js';
import { Conflicts } from '../parts/conflicts.js';
import { Facts } from '../parts/facts.js';
import { History } from '../parts/history.js';
import { IncidentHead } from '../parts/incident-head.js';
import { Sources } from '../parts/sources.js';
import { Failed, Loading } from '../parts/states.js';
import { titleOf } from '../model/incident-kind.js';
import { shortPlace } from '../model/format-place.js';
import { useTitle } from './use-title.js';
import '../styles/incident.css';

const REFRESH_MS = 5_000;

interface Loaded {
  readonly incident: Incident;
  readonly revisions: readonly IncidentRevised[];
}

async function load(id: string, signal: AbortSignal): Promise<Loaded> {
  const at = `/v1/incidents/${encodeURIComponent(id)}`;
  const incident = await getJson<Incident>(at, signal);
  const revisions: IncidentRevised[] = [];
  let after: number | null = 0;
  while (after !== null) {
    const page: RevisionPage = await getJson(`${at}/revisions?after=${after}`, signal);
    revisions.push(...page.items);
    after = page.nextAfter;
  }
  return { incident, revisions };
}

/** One incident: every value with who says so, in the words of the article. */
export default function IncidentPage({ id }: { readonly id: string }) {
  const answer = useAnswer(id, (signal) => load(id, signal), REFRESH_MS);
  return (
    <main id="main" className="page">
      {answer.status === 'loading' && <Loading what="the incident" />}
      {answer.status === 'failed' && <Failed error={answer.error} retry={answer.retry} />}
      {answer.status === 'ready' && <Told {...answer.value} id={id} onChanged={answer.retry} />}
    </main>
  );
}

interface ToldProps extends Loaded {
  readonly id: string;
  readonly onChanged: () => void;
}

function Told({ incident, revisions, id, onChanged }: ToldProps) {
  useTitle(`${titleOf(incident)}, ${shortPlace(incident.where)}`);
  const [chosen, setChosen] = useState<string | null>(null);
  const [article, setArticle] = useState<string | null>(null);
  const abilities = useAnswer('abilities', readAbilities);
  const canCurate = abilities.status === 'ready' && abilities.value.paths.has('/v1/curations');
  const articleId = article ?? incident.sources[0]?.articleId ?? null;
  const choose = (claim: SourcedClaim) => {
    setChosen(claimKey(claim));
    setArticle(claim.articleId);
  };
  return (
    <>
      <IncidentHead incident={incident} askedId={id} />
      <div className="incident-columns">
        <div className="told">
          <Facts
            sections={sectionsOf(incident)}
            sources={incident.sources}
            chosen={chosen}
            onChoose={choose}
          />
          <Conflicts conflicts={incident.conflicts} onChoose={choose} />
          <History entries={historyOf(revisions)} />
          {canCurate && <Curate incidentId={incident.incidentId} onDone={onChanged} />}
        </div>
        <aside className="evidence" aria-label="Evidence">
          <Sources
            sources={incident.sources}
            current={articleId}
            onChoose={(next) => {
              setArticle(next);
              setChosen(null);
            }}
          />
          {articleId !== null && (
            <ArticlePanel
              articleId={articleId}
              claims={incident.claims}
              sources={incident.sources}
              chosen={chosen}
            />
          )}
        </aside>
      </div>
    </>
  );
}
