/** An org that answers at once; every conversation has one Heroku Message, of an hour ago. */
import { herokuMessageAt, orgHandler } from '../../fakes/salesforce.ts';
import { withBody } from '../../fakes/server.ts';
import { agentOf } from './agents.ts';
import { serve } from './serve.ts';

const AN_HOUR_MS = 3_600_000;

await serve(
    withBody(orgHandler({ userOf: agentOf, messageOf: () => herokuMessageAt(new Date(Date.now() - AN_HOUR_MS)) }))
);
