import { lazy, Suspense } from 'react';
import { IncidentsPage } from './pages/incidents-page.js';
import { UnknownPage } from './pages/unknown-page.js';
import { Header } from './parts/header.js';
import { routeOf, type Route } from './router/route.js';
import { useAddress } from './router/use-address.js';

const ArticlePage = lazy(() => import('./pages/article-page.js'));
const PipelinePage = lazy(() => import('./pages/pipeline-page.js'));
const IncidentPage = lazy(() => import('./pages/incident-page.js'));

/** The whole console: a header, and the page that the address names. */
export function App() {
  const { path } = useAddress();
  const route = routeOf(path);
  return (
    <>
      <a className="skip" href="#main">
        Skip to the content
      </a>
      <Header page={route.page} />
      <Suspense fallback={<main id="main" />}>
        <Page route={route} />
      </Suspense>
    </>
  );
}

function Page({ route }: { readonly route: Route }) {
  switch (route.page) {
    case 'incidents':
      return <IncidentsPage />;
    case 'incident':
      return <IncidentPage key={route.id} id={route.id} />;
    case 'article':
      return <ArticlePage key={route.id} id={route.id} />;
    case 'pipeline':
      return <PipelinePage />;
    default:
      return <UnknownPage />;
  }
}
