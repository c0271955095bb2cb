import { SERVER } from './options.ts';
import type { FoundViolation, Outcome } from './outcome.ts';
import type { Tally } from './tally.ts';

/** How many stories are told in full. */
const MOST_STORIES = 3;

/** What was found, for people: a table, and each violation with the command that replays it. */
export function report(outcomes: readonly Outcome[]): string {
    return [table(outcomes), ...outcomes.flatMap((outcome) => violationsOf(outcome))].join('\n\n');
}

function table(outcomes: readonly Outcome[]): string {
    const rows = outcomes.map((outcome) => {
        const title = `${proxiesOf(outcome)}, ${outcome.store} store`;
        if (outcome.skipped !== null) return `${title}\n  skipped: ${outcome.skipped}`;
        return [title, ...linesOf(outcome).map(([what, value]) => `  ${what.padEnd(20)} ${value}`)].join('\n');
    });
    return rows.join('\n\n');
}

function proxiesOf({ proxies, hasOld }: Outcome): string {
    if (hasOld) return 'an old proxy and a new one';
    return proxies === 1 ? 'one proxy' : 'two proxies';
}

function linesOf(outcome: Outcome): [string, string][] {
    const { histories, outcomes: ended, events, requests, faults, violations, seed, seconds, store } = outcome;
    const perMinute = Math.round((histories / seconds) * 60);
    const late = ['silence', '5xx', 'cut'].map((kind) => `after ${kind} ${faults.of(`${kind}: late`)}`).join(', ');
    return [
        ['histories', String(histories)],
        ['commands', String(events.of('commands'))],
        ['operations', total(ended, (what) => !what.startsWith('native'))],
        ['native blocks', total(ended, (what) => what.startsWith('native'))],
        ['requests to GoTallo', `${requests.total}: ${requests}`],
        ['faults injected', `${faults.total}: ${faults}`],
        ['late effects', late],
        ['kills, pauses', `${outcome.kills}, ${outcome.pauses}`],
        ...(store === 'postgres' ? batchesOf(outcome) : []),
        [
            'others',
            ['late webhooks', 'forged messages', 'resolutions'].map((it) => `${it} ${events.of(it)}`).join(', ')
        ],
        ['violations', String(violations.length)],
        ['seed, time', `${seed}, ${Math.round(seconds)} s, ${perMinute} histories a minute`]
    ];
}

function batchesOf({ batches, mostRows, batchKills }: Outcome): [string, string][] {
    return [
        ['batches', `${batches.total}: ${batches}; ${mostRows} writes at most`],
        ['killed with a batch', String(batchKills)]
    ];
}

function total(tally: Tally, isCounted: (what: string) => boolean): string {
    const part = tally.only(isCounted);
    return `${part.total}: ${part}`;
}

function violationsOf(outcome: Outcome): string[] {
    return outcome.violations.map((violation, index) => {
        const { number, detail, message, smallest } = violation;
        if (index >= MOST_STORIES) return `${detail}\nReplay it with: ${replayOf(violation, outcome)}`;
        // What depends on the moment may show otherwise in a smaller history.
        const told = smallest === null ? message : `${smallest}\n\nAs it was seen first:\n${message}`;
        return `${told}\nHistory ${number}. Replay it with: ${replayOf(violation, outcome)}`;
    });
}

function replayOf({ number }: FoundViolation, { seed, proxies, store, hasOld, server }: Outcome): string {
    const where = `${hasOld ? ' --old' : ''}${server === SERVER ? '' : ` --server ${server}`}`;
    return `npm run faults -- --seed ${seed} --only ${number} --histories 240 --proxies ${proxies} --store ${store}${where}`;
}
