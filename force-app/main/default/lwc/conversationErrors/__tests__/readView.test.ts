import { readView } from 'c/conversationErrors';
import { openView } from 'test/views';

describe('readView', () => {
    it('returns a view as it is', () => {
        const view = openView();
        expect(readView(view)).toBe(view);
    });

    it.each([
        ['undefined', undefined],
        ['null', null],
        ['text', 'OPEN'],
        ['a list', []],
        ['a view without id', { ...openView(), id: undefined }],
        ['a view without actions', { ...openView(), actions: null }],
        ['a view without what is known of the native block', { ...openView(), nativeBlock: undefined }],
        ['a view whose channel is null', { ...openView(), channel: null }],
        ['a view whose customer is null', { ...openView(), customer: null }]
    ])('refuses %s', (_what, value) => {
        expect(readView(value)).toBeNull();
    });
});
