import type { SetupCodes } from '#contract';
import type { SetupFinding, SetupProbe } from '../lib/setup-check.ts';
import { shareUnderWay } from '../lib/share-under-way.ts';
import type { EventAllowance } from '../salesforce/event-allowance.ts';
import type { EventChannel } from '../salesforce/event-channel.ts';
import { eventFailure, type EventFailure } from '../salesforce/event-failure.ts';
import type { ChangePublisher } from './change-publisher.ts';
import { troubleOf, type EventTrouble } from './event-words.ts';

/** Of a day's deliveries or an hour's publications. */
const LOW_SHARE = 0.2;

/** The org was asked for its limits as the proxy's own user. */
type Asked = { allowance: EventAllowance } | { failure: EventFailure };

/** How events reach a tenant's org; null: none are published. */
export interface EventProbesParts {
    channel: Pick<EventChannel, 'allowance'>;
    /** What publishing has met; null: nothing is published here, as when an operator only looks. */
    publisher: Pick<ChangePublisher, 'failure'> | null;
}

/** The connection to the org by which events are published, and how many may still be. */
export function eventProbes(parts: EventProbesParts | null): SetupProbe[] {
    if (parts === null) return [{ name: 'events', find: () => ({ status: 'ok', code: 'notConfigured' }) }];
    const { channel, publisher } = parts;
    const share = shareUnderWay<Asked>();
    const ask = (): Promise<Asked> => share('limits', () => askLimits(channel));
    return [
        {
            name: 'events',
            async find() {
                const asked = await ask();
                const failure = ('failure' in asked && hinders(asked.failure)) || publisher?.failure() || null;
                return failure === null ? { status: 'ok', code: 'working' } : troubled(failure);
            }
        },
        { name: 'eventAllowance', find: async () => allowanceFinding(await ask()) }
    ];
}

async function askLimits(channel: EventProbesParts['channel']): Promise<Asked> {
    try {
        return { allowance: await channel.allowance() };
    } catch (error) {
        return { failure: eventFailure('event', error) };
    }
}

/** That limits may not be read, or look different, does not hinder events: the org took the token. */
function hinders(failure: EventFailure): EventFailure | null {
    const trouble = troubleOf(failure);
    return failure.step === 'token' || ['flow', 'limit', 'away'].includes(trouble) ? failure : null;
}

function troubled(failure: EventFailure): SetupFinding<EventTrouble> {
    const code = troubleOf(failure);
    const link = code === 'setup' ? '/lightning/setup/PermSets/home' : undefined;
    const status = code === 'limit' ? 'warning' : 'error';
    return { status, code, facts: [failure.code], ...(link !== undefined && { link }) };
}

function allowanceFinding(asked: Asked): SetupFinding<SetupCodes['eventAllowance']> {
    if ('failure' in asked) {
        const { step, code } = asked.failure;
        return step === 'token'
            ? { status: 'unknown', code: 'notAsked' }
            : { status: 'unknown', code: 'notTold', facts: [code] };
    }
    const { delivered, published } = asked.allowance;
    const facts = [delivered.left, delivered.most, published.left, published.most];
    const shares = [delivered, published].map(({ left, most }) => (most > 0 ? left / most : 0));
    const link = '/lightning/setup/EventObjects/home';
    if (Math.min(...shares) === 0) return { status: 'error', code: 'usedUp', facts, link };
    if (Math.min(...shares) < LOW_SHARE) return { status: 'warning', code: 'low', facts, link };
    return { status: 'ok', code: 'left', facts, link };
}
