import type { PageSession } from '../../page/page-data.ts';

/** Who is looking at the page; the server writes it into the document. */
export const session = JSON.parse(document.getElementById('session')?.textContent ?? '{}') as PageSession;
