import { PROPERTIES, type Property } from './properties.ts';

/** What the model calls by one word, in the words of a story. */
const WORDS: Readonly<Record<string, string>> = {
    toBlocked: 'Block User, to block',
    toNotBlocked: 'Block User, to unblock',
    toOPEN: 'the state OPEN',
    toBLOCKED: 'the state BLOCKED',
    toAUTO_BOT: 'the state AUTO_BOT',
    notBlocked: 'not blocked'
};

/** How spin marks that the rest of a trail goes on for ever. */
const CYCLE = '<<<<<START OF CYCLE>>>>>';

/** A line of the model, and not of spin. */
const TOLD = /^(?:Proxy [AB]|GoTallo|The|A|Time|Broken)\b/;

/**
 * Turns what spin prints along a trail into the lines of a story.
 * @param trail printed by `spin -t`
 */
export function storyOf(trail: string): string[] {
    const lines = trail
        .split('\n')
        .map((line) => line.trim())
        .filter((line) => TOLD.test(line) || line === CYCLE);
    const broken = lines.filter((line) => line.startsWith('Broken'));
    if (lines.includes(CYCLE)) broken.push('Broken: comesTrue');
    // The step that breaks a property may have more to say after it.
    const rest = lines.filter((line) => !line.startsWith('Broken'));
    return [...together(rest), ...broken].map(inWords);
}

/** Several ticks in a row are one line. */
function together(lines: readonly string[]): string[] {
    return lines.filter((line, index) => line !== 'Time passes' || lines[index + 1] !== line);
}

function inWords(line: string): string {
    if (line === CYCLE) return 'And so on for ever:';
    const [, property] = /^Broken: (\w+)$/.exec(line) ?? [];
    if (property !== undefined) return `Broken: ${PROPERTIES[property as Property]}`;
    return line.replaceAll(/\w+/g, (word) => WORDS[word] ?? word);
}
