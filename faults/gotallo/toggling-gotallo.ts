import type { RequestListener } from 'node:http';
import { setTimeout as wait } from 'node:timers/promises';
import { goTalloHandler, type GoTalloRequest } from '../../fakes/gotallo.ts';
import { json, withBody, type LocalServer } from '../../fakes/server.ts';
import { Tally } from '../tally.ts';
import { partsOf, type Fate } from './fates.ts';
import { Gap } from './gap.ts';
import { inWords, type GoTalloCall, type PlayedConversation } from './played-conversation.ts';

/** How far a call has come. */
export type Phase = 'arrived' | 'applied' | 'answered';

/** The longest times of this GoTallo, in milliseconds, counted from the arrival of a request. */
export interface Lateness {
    /** Of an answer that its caller still hears. */
    slowMs: number;
    /** Of an effect whose caller has given up. */
    lateMs: number;
}

/** Told when a call on a conversation reaches a phase. */
export type PhaseListener = (phase: Phase, call: GoTalloCall, conversation: PlayedConversation) => void;

const TROUBLES = [500, 502, 503, 504] as const;

/** The fates that each kind of call meets in turn. */
const FATES_OF = { 'change state': 'changeState', 'Block User': 'blockUser', read: 'read' } as const;

/** A GoTallo over HTTP, with the fates of the scenario. */
export class TogglingGoTallo {
    readonly #conversations = new Map<string, PlayedConversation>();
    readonly #lateness: Lateness;
    /** Keeps out what left a process that was paused between its last look at the clock and the sending. */
    readonly gap = new Gap();
    /** Requests by kind. */
    readonly requests = new Tally();
    /** Calls that met a fault, by fault. */
    readonly faults = new Tally();
    onPhase: PhaseListener = () => {};

    constructor(lateness: Lateness) {
        this.#lateness = lateness;
    }

    add(conversation: PlayedConversation): void {
        this.#conversations.set(conversation.id, conversation);
    }

    remove(conversation: PlayedConversation): void {
        this.#conversations.delete(conversation.id);
    }

    listen(): Promise<LocalServer> {
        return this.gap.listen(this.#listener);
    }

    readonly #answer = withBody(
        goTalloHandler(
            (id) => this.#conversations.get(id),
            (request) => void this.#meet(request)
        )
    );

    readonly #listener: RequestListener = (request, response) => {
        if (!this.gap.holds(request.socket)) return this.#answer(request, response);
        this.faults.count('lost in a pause');
        response.destroy();
    };

    #note({ conversation, kind, state }: GoTalloRequest<PlayedConversation>): GoTalloCall {
        const planned: Fate = conversation.fates[FATES_OF[kind]].shift() ?? 'answered';
        const isPossible = planned !== 'window closed' || !conversation.isNativeBlocked;
        const fate = conversation.isCalm || !isPossible ? 'answered' : planned;
        const wasToggleInFlight = conversation.togglesInFlight().length > 0;
        const before = conversation.now;
        const call: GoTalloCall = { kind, at: Date.now(), fate, before, made: null, wasToggleInFlight };
        conversation.calls.push(call);
        this.requests.count(kind);
        if (fate !== 'answered') this.faults.count(kind === 'read' ? `read ${fate}` : fate);
        conversation.tell(`    GoTallo gets ${kind} ${state ?? ''}: ${fate}`);
        return call;
    }

    async #meet(request: GoTalloRequest<PlayedConversation>): Promise<void> {
        const { conversation, response } = request;
        response.setHeader('Date', new Date(conversation.clock).toUTCString());
        const call = this.#note(request);
        const { answer, effect } = partsOf(call.fate);
        this.onPhase('arrived', call, conversation);
        const refusal = REFUSALS.get(answer);
        if (refusal) return json(response, ...refusal);
        const share = (conversation.fates.delays.shift() ?? 100) / 100;
        const apply = (): void => {
            call.made = request.apply();
            if (call.kind !== 'read') conversation.tell(`    ${call.kind} takes effect: ${inWords(call.made)}`);
            this.onPhase('applied', call, conversation);
        };
        if (effect === 'done') apply();
        else this.#later(conversation, call, share, effect === 'late' ? apply : null);
        if (answer === 'cut') return void response.destroy();
        if (answer === '5xx') return json(response, troubleOf(share), { detail: 'Server error.' });
        if (answer === 'slow') await wait(share * this.#lateness.slowMs);
        if (answer === 'silence') await wait(this.#lateness.lateMs);
        request.confirm();
        this.onPhase('answered', call, conversation);
    }

    /** @param apply null: it never takes effect, which nobody can know before the time is over */
    #later(conversation: PlayedConversation, call: GoTalloCall, share: number, apply: (() => void) | null): void {
        const { lateMs } = this.#lateness;
        const decided = wait(share * lateMs).then(() => {
            conversation.inFlight.delete(call);
            // On a machine that is too busy for the promise to come no later, it does not come at all.
            if (Date.now() - call.at <= lateMs * 1.1) apply?.();
        });
        conversation.inFlight.set(call, decided);
    }
}

type Refusal = [status: number, body: object, headers?: Record<string, string>];

const REFUSALS: ReadonlyMap<string, Refusal> = new Map<string, Refusal>([
    ['refused', [400, { detail: 'Bad request.' }]],
    ['too many', [429, { detail: 'Throttled.' }, { 'Retry-After': '1' }]],
    // In the form of Meta's errors, which GoTallo may hand on.
    ['window closed', [400, { error: { message: 'Re-engagement message', code: 131047 } }]]
]);

function troubleOf(share: number): number {
    return TROUBLES[Math.floor(share * 100) % TROUBLES.length] ?? 500;
}
