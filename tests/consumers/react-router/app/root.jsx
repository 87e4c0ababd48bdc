import { Link, Links, Meta, Outlet, Scripts } from 'react-router';

import papers from '../papers.json';

export default function Root() {
  return (
    <html lang="en">
      <head>
        <meta charSet="utf-8" />
        <link rel="icon" href="data:," />
        <Meta />
        <Links />
      </head>
      <body>
        <nav>{papers.slice(1).map(({ slug }) => <Link key={slug} to={`/${slug}`}>{slug}</Link>)}</nav>
        <Outlet />
        <Scripts />
      </body>
    </html>
  );
}
