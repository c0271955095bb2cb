import type { ConsoleMessage, Page } from 'playwright-core';

/** What the browser's console may say although nothing of ours is wrong, and why. */
const LEFT_OUT = [
    {
        words: /^Modal :: Nothing to return focus to$/,
        why: 'the base component of dialogs misses the menu that opened it; the card itself brings the focus back'
    },
    {
        words: /^Failed to load resource: /,
        why: 'the browser itself says so when a test takes it offline, or an answer is meant to be an error'
    }
];

const counts = new Map<string, number>();

process.on('exit', () => {
    for (const [why, count] of counts) console.log(`Left out of the browser's console, ${count} times: ${why}.`);
});

/**
 * Warnings and errors of a page, as its console shows them, and exceptions that nobody caught.
 * @returns a list that grows
 */
export function keepMessages(page: Page): readonly string[] {
    const messages: string[] = [];
    page.on('pageerror', (error) => messages.push(error.message));
    page.on('console', (message) => {
        if (isOfInterest(message)) messages.push(`${message.type()}: ${message.text()}`);
    });
    return messages;
}

function isOfInterest(message: ConsoleMessage): boolean {
    if (!['warning', 'error', 'assert'].includes(message.type())) return false;
    const leftOut = LEFT_OUT.find(({ words }) => words.test(message.text()));
    if (leftOut !== undefined) counts.set(leftOut.why, (counts.get(leftOut.why) ?? 0) + 1);
    return leftOut === undefined;
}
