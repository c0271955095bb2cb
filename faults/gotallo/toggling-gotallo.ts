import type { IncomingMessage, RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { readState, STATE_NUMBERS } from '../../proxy/src/gotallo/state-numbers.ts';
import type { Listening } from '../../sandbox/listen.ts';
import { Tally } from '../tally.ts';
import { partsOf, type Fate } from './fates.ts';
import { Gap } from './gap.ts';
import { inWords, type GoTalloCall, type TrueConversation, type Truth } from './true-conversation.ts';

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
export type PhaseListener = (phase: Phase, call: GoTalloCall, conversation: TrueConversation) => void;

const PATH = /^\/api\/v1\/tenants\/[^/]+\/conversations\/([^/]+)\/(?:(details|block)\/)?$/;
const TROUBLES = [500, 502, 503, 504] as const;

/**
 * A GoTallo over HTTP whose Block User truly toggles, with the fates of the scenario. The paths of Block User and of
 * the read, and their answers, are this server's own: the public record does not tell them, so they are configuration.
 */
export class TogglingGoTallo {
    readonly #conversations = new Map<string, TrueConversation>();
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

    add(conversation: TrueConversation): void {
        this.#conversations.set(conversation.id, conversation);
    }

    remove(conversation: TrueConversation): void {
        this.#conversations.delete(conversation.id);
    }

    listen(): Promise<Listening> {
        return this.gap.listen(this.#handle);
    }

    readonly #handle: RequestListener = (request, response) => {
        if (this.gap.holds(request.socket)) {
            this.faults.count('lost in a pause');
            return void response.destroy();
        }
        void text(request)
            .catch(() => null)
            .then((body) => (body === null ? undefined : this.#answer(request, response, body)));
    };

    async #answer({ url, method }: IncomingMessage, response: ServerResponse, body: string): Promise<void> {
        const [, id = '', part] = PATH.exec(url ?? '') ?? [];
        const conversation = this.#conversations.get(id);
        if (conversation === undefined) return answer(response, 404, { detail: 'Not found.' });
        response.setHeader('Date', new Date(conversation.clock).toUTCString());
        const { fates } = conversation;
        if (part === 'block') {
            const call = this.#note(conversation, 'Block User', fates.blockUser.shift());
            return this.#meet(conversation, call, response, () => conversation.toggle());
        }
        if (part === undefined && method === 'GET') {
            const call = this.#note(conversation, 'read', fates.read.shift());
            return this.#meet(conversation, call, response, () => conversation.now);
        }
        const { action, state: number } = JSON.parse(body) as { action?: unknown; state?: unknown };
        const state = readState(number);
        if (action !== 'change_state' || state === null) return answer(response, 400, { detail: 'Bad request.' });
        const call = this.#note(conversation, 'change state', fates.changeState.shift(), state);
        return this.#meet(conversation, call, response, () => conversation.setState(state));
    }

    #note(conversation: TrueConversation, kind: GoTalloCall['kind'], planned: Fate = 'answered', what = '') {
        const isPossible = planned !== 'window closed' || !conversation.now.isNativeBlocked;
        const fate = conversation.isCalm || !isPossible ? 'answered' : planned;
        const wasToggleInFlight = conversation.togglesInFlight().length > 0;
        const before = conversation.now;
        const call: GoTalloCall = { kind, at: Date.now(), fate, before, made: null, wasToggleInFlight };
        conversation.calls.push(call);
        this.requests.count(kind);
        if (fate !== 'answered') this.faults.count(kind === 'read' ? `read ${fate}` : fate);
        conversation.tell(`    GoTallo gets ${kind} ${what}: ${fate}`);
        return call;
    }

    async #meet(
        conversation: TrueConversation,
        call: GoTalloCall,
        response: ServerResponse,
        change: () => Truth
    ): Promise<void> {
        const { answer: answered, effect } = partsOf(call.fate);
        this.onPhase('arrived', call, conversation);
        const refusal = REFUSALS.get(answered);
        if (refusal) return answer(response, ...refusal);
        const share = (conversation.fates.delays.shift() ?? 100) / 100;
        const apply = (): void => {
            call.made = change();
            if (call.kind !== 'read') conversation.tell(`    ${call.kind} takes effect: ${inWords(call.made)}`);
            this.onPhase('applied', call, conversation);
        };
        if (effect === 'done') apply();
        else this.#later(conversation, call, share, effect === 'late' ? apply : null);
        if (answered === 'cut') return void response.destroy();
        if (answered === '5xx') return answer(response, troubleOf(share), { detail: 'Server error.' });
        if (answered === 'slow') await wait(share * this.#lateness.slowMs);
        if (answered === 'silence') await wait(this.#lateness.lateMs);
        answer(response, 200, shown(conversation));
        this.onPhase('answered', call, conversation);
    }

    /** @param apply null: it never takes effect, which nobody can know before the time is over */
    #later(conversation: TrueConversation, call: GoTalloCall, share: number, apply: (() => void) | null): void {
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

function shown({ id, now }: TrueConversation): object {
    return { id, state: STATE_NUMBERS[now.state], is_blocked: now.isNativeBlocked };
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
