import type { RequestListener, ServerResponse } from 'node:http';
import { text } from 'node:stream/consumers';
import { setTimeout as wait } from 'node:timers/promises';
import { listen, type Listening } from '../../sandbox/listen.ts';
import { readState, STATE_NUMBERS } from '../../proxy/src/gotallo/state-numbers.ts';
import { Tally } from '../tally.ts';
import type { BlockUserFate, ReadFate } from './fates.ts';
import type { GoTalloCall, TrueConversation, Truth } from './true-conversation.ts';

/** How far a call has come. */
export type Phase = 'arrived' | 'applied' | 'answered';

/** Times of this GoTallo, in milliseconds, counted from the arrival of a request. */
export interface Lateness {
    /** Within the time-out of the caller. */
    slowMs: number;
    /** After the caller has given up. */
    lateMs: number;
}

const PATH = /^\/api\/v1\/tenants\/[^/]+\/conversations\/([^/]+)\/(?:(details|block)\/)?$/;

/**
 * A GoTallo over HTTP whose Block User truly toggles, with the fates of the scenario. The paths of Block User and of
 * the read, and their answers, are this server's own: the public record does not tell them, so they are configuration.
 */
export class TogglingGoTallo {
    readonly #conversations = new Map<string, TrueConversation>();
    readonly #lateness: Lateness;
    /** Requests by kind. */
    readonly requests = new Tally();
    /** Calls that met a fault, by fault. */
    readonly faults = new Tally();
    /** While it is calm, every call is answered. */
    isCalm = false;
    /** Called when a call reaches a phase. */
    onPhase: (phase: Phase, call: GoTalloCall) => void = () => {};

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
        return listen(this.#handle);
    }

    readonly #handle: RequestListener = (request, response) => {
        const [, id = '', part] = PATH.exec(request.url ?? '') ?? [];
        const conversation = this.#conversations.get(id);
        void text(request)
            .catch(() => null)
            .then(async (body) => {
                if (body === null) return;
                if (conversation === undefined) return answer(response, 404, { detail: 'Not found.' });
                if (part === 'block') return this.#blockUser(conversation, response);
                if (part === 'details') return this.#changeState(conversation, response, body);
                return this.#read(conversation, response);
            });
    };

    async #changeState(conversation: TrueConversation, response: ServerResponse, body: string): Promise<void> {
        const { action, state: number } = JSON.parse(body) as { action?: unknown; state?: unknown };
        const state = readState(number);
        if (action !== 'change_state' || state === null) return answer(response, 400, { detail: 'Bad request.' });
        const call = this.#note(conversation, 'change state', conversation.fates.changeState.shift());
        await this.#meet(conversation, call, response, () =>
            conversation.setState(state, call.fate === 'applied late')
        );
    }

    async #blockUser(conversation: TrueConversation, response: ServerResponse): Promise<void> {
        const call = this.#note(conversation, 'Block User', conversation.fates.blockUser.shift());
        await this.#meet(conversation, call, response, () => conversation.toggle());
    }

    async #read(conversation: TrueConversation, response: ServerResponse): Promise<void> {
        const call = this.#note(conversation, 'read', conversation.fates.read.shift());
        await this.#meet(conversation, call, response, () => conversation.now);
    }

    #note(conversation: TrueConversation, kind: GoTalloCall['kind'], planned: BlockUserFate | ReadFate = 'answered') {
        const isPossible = planned !== 'window closed' || !conversation.now.isPlatformBlocked;
        const fate = this.isCalm || !isPossible ? 'answered' : planned;
        const call: GoTalloCall & { fate: typeof fate } = { kind, at: Date.now(), fate, made: null };
        conversation.calls.push(call);
        this.requests.count(kind);
        if (fate !== 'answered') this.faults.count(fate);
        return call;
    }

    async #meet(
        conversation: TrueConversation,
        call: GoTalloCall & { fate: BlockUserFate },
        response: ServerResponse,
        change: () => Truth
    ): Promise<void> {
        const apply = (): void => {
            call.made = change();
            this.onPhase('applied', call);
        };
        this.onPhase('arrived', call);
        const { fate } = call;
        if (fate === 'request lost') return void response.destroy();
        if (fate === '500 before') return answer(response, 500, { detail: 'Server error.' });
        if (fate === 'too many') return answer(response, 429, { detail: 'Throttled.' }, { 'Retry-After': '1' });
        if (fate === 'window closed') return answer(response, 400, WINDOW_CLOSED);
        if (fate === 'applied late') {
            const landing = wait(this.#lateness.lateMs).then(apply);
            conversation.landing.add(landing);
            await landing;
            conversation.landing.delete(landing);
        } else apply();
        if (fate === 'answer lost') return void response.destroy();
        if (fate === '500 after') return answer(response, 500, { detail: 'Server error.' });
        if (fate === 'slow') await wait(this.#lateness.slowMs);
        if (fate === 'answered late') await wait(this.#lateness.lateMs);
        answer(response, 200, shown(conversation));
        this.onPhase('answered', call);
    }
}

/** In the form of Meta's errors, which GoTallo may hand on. */
const WINDOW_CLOSED = { error: { message: 'Re-engagement message', code: 131047 } };

function shown({ id, now }: TrueConversation): object {
    return { id, state: STATE_NUMBERS[now.state], is_blocked: now.isPlatformBlocked };
}

function answer(response: ServerResponse, status: number, body: object, headers: Record<string, string> = {}): void {
    response.writeHead(status, { 'Content-Type': 'application/json', ...headers }).end(JSON.stringify(body));
}
