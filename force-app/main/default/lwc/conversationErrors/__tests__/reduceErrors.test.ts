import { reduceErrors } from 'c/conversationErrors';
import { apexError, auraError } from 'test/errors';
import { blockedView } from 'test/views';

const UNEXPECTED =
    'Something went wrong. If you changed something, it is not known yet whether it holds. Trying again is safe; if it happens again, tell your admin.';

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
        expect(reduceErrors(apexError(error))).toEqual(error);
    });

    it('has null for members the org left out', () => {
        const thrown = auraError('{"code":"proxy-timeout","message":"Too slow."}');
        expect(reduceErrors(thrown)).toEqual({
            code: 'proxy-timeout',
            message: 'Too slow.',
            requestId: null,
            retryAfterSeconds: null,
            view: null
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
            requestId: null,
            retryAfterSeconds: null,
            view: null
        });
    });

    it('says so when the browser is offline, whatever was thrown', () => {
        jest.spyOn(navigator, 'onLine', 'get').mockReturnValue(false);
        expect(reduceErrors(new TypeError('Failed to fetch'))).toMatchObject({
            code: 'offline',
            message:
                'You are offline. If you changed something, it is not known yet whether it holds. Check your connection, then try again; repeating is safe.'
        });
    });
});
