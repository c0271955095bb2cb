import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import fc from 'fast-check';
import { eventsIn, SESSION } from '../../../fakes/platform-events.ts';
import { json, localServer, plain, type Handler } from '../../../fakes/server.ts';
import { createChangePublisher } from '../../src/events/change-publisher.ts';
import { createLogger } from '../../src/http/logger.ts';
import { createEventChannel } from '../../src/salesforce/event-channel.ts';
import { createOwnToken } from '../../src/salesforce/own-token.ts';
import { changeOf, CLIENT_ID, CLIENT_SECRET, SIGN_IN } from './event-org.ts';

const ID = '6f9619ff-8b86-d011-b42d-00c04fc964ff';
const PERSON = 'Maria Lopez';
const NEVER = [ID, PERSON, CLIENT_ID, CLIENT_SECRET, SESSION, SESSION.slice(-8)];

/** What an org might put anywhere into an answer. */
const text = fc.constantFrom(
    PERSON,
    CLIENT_SECRET,
    SESSION,
    ID,
    `${CLIENT_ID} is wrong`,
    'invalid_grant',
    'INVALID_TYPE'
);
const status = fc.constantFrom(200, 201, 302, 400, 401, 403, 404, 500, 503);
const error = fc.record({ errorCode: text, message: text, error: text, error_description: text });
const answer = fc.oneof(
    fc.record({ status, body: fc.oneof(error, fc.array(error, { minLength: 1, maxLength: 2 })) }),
    fc.record({ status, page: text }),
    fc.record({ part: fc.record({ httpStatusCode: status, body: fc.oneof(error, fc.array(error)) }) })
);
type Answer = typeof answer extends fc.Arbitrary<infer T> ? T : never;

function answering(token: Answer | null, event: Answer): Handler {
    return (request, response) => {
        const isToken = request.url === '/services/oauth2/token';
        const told = isToken ? token : event;
        if (told === null) json(response, 200, { access_token: SESSION });
        else if ('page' in told) plain(response, told.status, told.page);
        else if ('body' in told) json(response, told.status, told.body);
        else {
            const names = isToken ? ['x'] : eventsIn(request).map(({ referenceId }) => referenceId);
            json(response, 200, { compositeResponse: names.map((referenceId) => ({ referenceId, ...told.part })) });
        }
    };
}

describe('the log of a publisher', () => {
    it('holds no secret, token, app, conversation or text of the org, whatever the org answers', async (t) => {
        let handle: Handler = () => {};
        const { url } = await localServer(t, (...request) => handle(...request));
        let said = 0;
        const holds = fc.asyncProperty(fc.option(answer), answer, async (token, event) => {
            handle = answering(token, event);
            const lines: string[] = [];
            const destination = { write: (line: string) => void lines.push(line) };
            const ownToken = createOwnToken({ instanceUrl: url, signIn: SIGN_IN });
            const publisher = createChangePublisher({
                channel: createEventChannel({ instanceUrl: url, ownToken }),
                // Nothing is redacted, so that what is not there was never written.
                log: createLogger({ level: 'trace', secrets: [], destination }),
                limits: { gatherMs: 0, pauseMs: [1, 1] }
            });
            publisher.conversationChanged(changeOf(ID));
            await publisher.close();
            said += lines.length;
            for (const secret of NEVER) assert.ok(!lines.join('').includes(secret), lines.join(''));
        });
        await fc.assert(holds, { numRuns: 150 });
        assert.ok(said > 100, 'the org was hardly ever refusing');
    });
});
