import { Link } from '../router/link.js';

export function UnknownPage() {
  return (
    <main id="main" className="page">
      <div className="notice">
        <h1>There is no such page</h1>
        <p>
          The incidents are <Link href="/">here</Link>.
        </p>
      </div>
    </main>
  );
}
