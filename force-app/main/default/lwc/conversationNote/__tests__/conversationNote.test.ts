import ConversationNote from 'c/conversationNote';
import { createComponent, find, flushPromises, get, textOf } from 'test/dom';

type NoteElement = HTMLElement & { text: string };

const NOTE = 'First line\n  second <b>line</b>';

/** How many pixels the text takes and has, as a browser would tell. */
function giveRoom({ wanted, given }: { wanted: number; given: number }): void {
    jest.spyOn(HTMLElement.prototype, 'scrollHeight', 'get').mockReturnValue(wanted);
    jest.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(given);
}

function draw(): Promise<NoteElement> {
    return createComponent<NoteElement>('c-conversation-note', ConversationNote, { text: NOTE });
}

function moreOf(note: NoteElement): HTMLElement | null {
    return find(note, 'button');
}

async function press(note: NoteElement): Promise<void> {
    moreOf(note)?.click();
    await flushPromises();
}

describe('c-conversation-note', () => {
    afterEach(() => {
        jest.restoreAllMocks();
    });

    it('shows a short text as it was typed, and no button', async () => {
        giveRoom({ wanted: 40, given: 40 });
        const note = await draw();
        expect(get(note, 'p').textContent).toBe(NOTE);
        expect(find(note, 'b')).toBeNull();
        expect(moreOf(note)).toBeNull();
        await expect(note).toBeAccessible();
    });

    it('cuts a long one, shows the rest when asked, and folds it again', async () => {
        giveRoom({ wanted: 200, given: 80 });
        const note = await draw();
        expect(moreOf(note)?.textContent).toBe('Show more');
        expect(moreOf(note)?.getAttribute('aria-expanded')).toBe('false');
        expect(find(note, '.text_cut')).not.toBeNull();
        await expect(note).toBeAccessible();

        await press(note);
        expect(moreOf(note)?.textContent).toBe('Show less');
        expect(moreOf(note)?.getAttribute('aria-expanded')).toBe('true');
        expect(find(note, '.text_cut')).toBeNull();
        await expect(note).toBeAccessible();

        await press(note);
        expect(moreOf(note)?.textContent).toBe('Show more');
        expect(find(note, '.text_cut')).not.toBeNull();
    });

    it('keeps the button, and so focus, when all of the text is shown', async () => {
        giveRoom({ wanted: 200, given: 80 });
        const note = await draw();
        const button = moreOf(note);
        button?.focus();
        giveRoom({ wanted: 200, given: 200 });
        await press(note);
        expect(moreOf(note)).toBe(button);
        expect(note.shadowRoot?.activeElement).toBe(button);
    });

    it('offers the rest when the column becomes narrower, or is shown only later', async () => {
        let resize: () => void = () => undefined;
        jest.spyOn(globalThis, 'ResizeObserver').mockImplementation((callback) => {
            resize = () => callback([], {} as ResizeObserver);
            return { observe: jest.fn(), unobserve: jest.fn(), disconnect: jest.fn() };
        });
        giveRoom({ wanted: 0, given: 0 });
        const note = await draw();
        expect(moreOf(note)).toBeNull();

        giveRoom({ wanted: 120, given: 80 });
        resize();
        await flushPromises();

        expect(moreOf(note)).not.toBeNull();
    });

    it('follows the text', async () => {
        giveRoom({ wanted: 200, given: 80 });
        const note = await draw();
        giveRoom({ wanted: 20, given: 20 });
        note.text = 'Short';
        await flushPromises();
        expect(textOf(note)).toBe('Short');
        expect(moreOf(note)).toBeNull();
    });
});
