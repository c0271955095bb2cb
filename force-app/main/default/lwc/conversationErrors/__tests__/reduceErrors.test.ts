import { reduceErrors } from 'c/conversationErrors';
import { apexError, auraError } from 'test/errors';
import { blockedView } from 'test/views';

const UNEXPECTED = 'Something went wrong.';
/** What an error that the org did not send has none of. */
const NOTHING = { title: '', canCheckSetup: false, requestId: null, retryAfterSeconds: null, view: null };

describe('reduceErrors', () => {
    it("takes every member of the org's own error", () => {
        const view = blockedView();
        const error = {
            code: 'gotallo-timeout',
            message: 'GoTallo did not answer in time.',
            requestId: '7f3a9c1e-0000-4000-8000-000000000000',
            retryAfterSeconds: 30,
            view
        };
        expect(reduceErrors(apexError(error))).toEqual({ ...NOTHING, ...error });
    });

    it('has null for members the org left out', () => {
        const thrown = auraError('{"code":"proxy-timeout","message":"Too slow."}');
        expect(reduceErrors(thrown)).toEqual({
            code: 'proxy-timeout',
            message: 'Too slow.',
            ...NOTHING
        });
    });

    it.each([
        ['a number as request id', { requestId: 7 }, 'requestId'],
        ['text as waiting time', { retryAfterSeconds: 'soon' }, 'retryAfterSeconds'],
        ['half a view', { view: { id: 'x' } }, 'view'],
        ['text as view', { view: 'BLOCKED' }, 'view']
    ])('drops %s', (_what, wrong, name) => {
        const thrown = auraError(JSON.stringify({ code: 'internal-error', message: 'Oops.', ...wrong }));
        expect(reduceErrors(thrown)).toMatchObject({ code: 'internal-error', message: 'Oops.', [name]: null });
    });

    it('passes on the words of a plain AuraHandledException', () => {
        expect(reduceErrors(auraError('Ask your admin.'))).toMatchObject({
            code: 'unexpected',
            message: 'Ask your admin.'
        });
    });

    it.each(['{"code":"x"}', '{"message":"y"}', '[1]', '"text"', '{'])(
        'takes JSON that is not our error as words: %s',
        (message) => {
            expect(reduceErrors(auraError(message))).toMatchObject({ code: 'unexpected', message });
        }
    );

    it('keeps the text of an exception that no Apex code handled away from agents', () => {
        const thrown = {
            status: 500,
            body: {
                exceptionType: 'System.NullPointerException',
                isUserDefinedException: false,
                message: 'Attempt to de-reference a null object',
                stackTrace: 'Class.GoTalloProxyClient'
            }
        };
        expect(reduceErrors(thrown)).toMatchObject({ code: 'unexpected', message: UNEXPECTED });
    });

    it.each([
        ['undefined', undefined],
        ['null', null],
        ['text', 'boom'],
        ['an empty object', {}],
        ['a body that is text', { body: '<html>Bad gateway</html>' }],
        ['a body that is null', { body: null }],
        ['an empty list', { body: [] }],
        ['a list of errors, as no Apex call gives them', { body: [{ message: 'First.' }] }],
        ['an error of the browser', new TypeError('Failed to fetch')]
    ])('has words of its own for %s', (_what, thrown) => {
        expect(reduceErrors(thrown)).toEqual({
            code: 'unexpected',
            message: UNEXPECTED,
            ...NOTHING
        });
    });

    it('says so when the browser is offline, whatever was thrown', () => {
        jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
        expect(reduceErrors(new TypeError('Failed to fetch'))).toMatchObject({
            code: 'offline',
            message: 'You are offline. Check your connection.'
        });
    });

    it.each([
        ['not-connected', true],
        ['object-not-supported', false]
    ])('tells admins what to do, and where the set-up page helps (%s: %p)', (code, canCheckSetup) => {
        const thrown = apexError({ code, message: 'Ask your admin.', adminMessage: 'Check the URL in Setup.' });
        expect(reduceErrors(thrown, true)).toMatchObject({ message: 'Check the URL in Setup.', canCheckSetup });
        expect(reduceErrors(thrown, false)).toMatchObject({ message: 'Ask your admin.', canCheckSetup: false });
    });

    it('has the words of agents for admins, too, where an older org sends no others', () => {
        const thrown = auraError('{"code":"not-connected","message":"Ask.","adminMessage":7}');
        expect(reduceErrors(thrown, true)).toMatchObject({ message: 'Ask.', canCheckSetup: false });
    });
});
