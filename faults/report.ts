import { SERVER } from './options.ts';
import type { Outcome } from './run.ts';
import type { Tally } from './tally.ts';

/** What was found, for people: a table, and each violation with the command that replays it. */
export function report(outcomes: readonly Outcome[]): string {
    return [table(outcomes), ...outcomes.flatMap((outcome) => violationOf(outcome))].join('\n\n');
}

function table(outcomes: readonly Outcome[]): string {
    const rows = outcomes.map((outcome) => {
        const title = `${outcome.proxies === 1 ? 'one proxy' : 'two proxies'}, ${outcome.store} store`;
        if (outcome.skipped !== null) return `${title}\n  skipped: ${outcome.skipped}`;
        const { histories, outcomes: ended, requests, faults, kills, violation, seed, seconds } = outcome;
        const lines: [string, string][] = [
            ['histories', String(histories)],
            ['operations', total(ended, (what) => !what.startsWith('native'))],
            ['native blocks', total(ended, (what) => what.startsWith('native'))],
            ['requests to GoTallo', `${requests.total}: ${requests}`],
            ['faults injected', `${faults.total}: ${faults}`],
            ['kills', String(kills)],
            ['violations', violation === null ? '0' : '1'],
            ['seed, time', `${seed}, ${Math.round(seconds)} s`]
        ];
        return [title, ...lines.map(([what, value]) => `  ${what.padEnd(20)} ${value}`)].join('\n');
    });
    return rows.join('\n\n');
}

function total(tally: Tally, isCounted: (what: string) => boolean): string {
    const part = tally.only(isCounted);
    return `${part.total}: ${part}`;
}

function violationOf({ violation, seed, proxies, store, server }: Outcome): string[] {
    if (violation === null) return [];
    const { message, path, scenario } = violation;
    const replay = `node faults/main.ts --seed ${seed} --path ${path} --proxies ${proxies} --store ${store}${server === SERVER ? '' : ` --server ${server}`}`;
    return [message, `Seed ${seed}, path ${path}, scenario:\n${JSON.stringify(scenario)}`, `Replay it with: ${replay}`];
}
