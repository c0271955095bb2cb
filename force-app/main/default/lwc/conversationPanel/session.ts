import type { ConversationView, NativeBlockRequest } from '#contract';
import type { BlockDecision, BlockDraft, BlockMode } from 'c/conversationBlockForm';
import * as cards from './card';
import type { Card } from './card';
import { keepDrafts } from './drafts';
import type { Asked } from './drafts';
import { mayBeOver } from './failure';
import { later } from './later';
import { latest } from './latest';
import { isPossible } from './question';
import type { Question } from './question';
import { taskOfForm } from './taskOf';
import { LOAD, perform } from './tasks';
import type { Outcome, Subject, Task } from './tasks';

/** From then on it is said that a call takes long. */
const SLOW_MS = 5_000;

/** Told of every card to draw. @param isOwnChange whether this agent changed something, and it came true */
type Draw = (card: Card, isOwnChange: boolean) => void;

/** The work on one record: one task at a time, quiet looks besides, and no answer that is older than another. */
export class Session {
    /** What to ask about; null while there is nothing, or nobody who waits for it. */
    readonly subjectOf: () => Subject | null;
    readonly drafts = keepDrafts();
    private readonly draw: Draw;
    private readonly begin = latest();
    private card = cards.EMPTY_CARD;
    private isLooking = false;
    private wantsLook = false;

    constructor(subjectOf: () => Subject | null, draw: Draw) {
        this.subjectOf = subjectOf;
        this.draw = draw;
    }

    /** Forgets all about the record before, but for what was typed there, and loads. */
    start(): void {
        const isCurrent = this.begin();
        this.wantsLook = false;
        this.show(cards.EMPTY_CARD);
        // The page sets its properties one by one; a turn later all are there, and one call is enough.
        void Promise.resolve().then(() => (isCurrent() ? this.run(LOAD) : undefined));
    }

    /** Whatever is still answered comes too late. */
    stop(): void {
        this.begin();
    }

    /** Carries a task out, unless another one is under way. */
    async run(task: Task): Promise<void> {
        const subject = this.subjectOf();
        if (this.card.busy || !subject) {
            return;
        }
        const isCurrent = this.begin();
        const overtakesLook = this.isLooking && task.kind !== 'load';
        const outcome = await this.work(task, subject, isCurrent);
        if (isCurrent()) {
            // The answer of that look came too late, or will, and this one brought none instead.
            this.wantsLook ||= overtakesLook && !(outcome.view ?? outcome.error?.view);
            this.show(cards.taskEnded(this.card, task, outcome), task.kind !== 'load' && outcome.view !== null);
            await this.lookAgain();
        }
    }

    /**
     * Does once more what failed; where nothing did, looks again. Where what the card knows may be over by now, it looks
     * first: what was decided since is not undone unasked.
     */
    async retry(): Promise<void> {
        const { failure, busy } = this.card;
        const task = failure?.retry ?? LOAD;
        const subject = this.subjectOf();
        if (task.kind === 'load' || busy || !subject || !mayBeOver(this.card)) {
            return this.run(task);
        }
        const isCurrent = this.begin();
        const outcome = await this.work(LOAD, subject, isCurrent);
        if (!isCurrent()) {
            return undefined;
        }
        const card = cards.lookedBefore(this.card, task, outcome);
        if (outcome.view && card.failure) {
            this.card = card;
            return this.run(task);
        }
        this.show(card);
        return this.lookAgain();
    }

    /** Asks the org quietly, never beside a task of the agent, and once more when there was a reason meanwhile. */
    async look(): Promise<void> {
        const subject = this.subjectOf();
        if (!this.card.view || !subject) {
            return this.run(LOAD);
        }
        this.wantsLook = this.isLooking || this.card.busy !== null;
        if (this.wantsLook) {
            return undefined;
        }
        this.isLooking = true;
        const isCurrent = this.begin();
        const outcome = await perform(LOAD, subject);
        this.isLooking = false;
        if (isCurrent()) {
            this.drafts.forget('load', outcome.view);
            this.show(cards.reloaded(this.card, outcome));
        }
        return this.lookAgain();
    }

    /** Asks in the card itself. */
    ask(kind: Question['kind'], view: ConversationView, task: Task | null = null): void {
        this.show(cards.asked(this.card, kind, view, task));
    }

    /** Asks once more what a supervisor has said of the channel. */
    answer(view: ConversationView, said: NativeBlockRequest): void {
        this.show(cards.answered(this.card, view, said));
    }

    /** What was typed as answer to the question. */
    get draft(): BlockDraft | null {
        const { question } = this.card;
        return question && this.drafts.of(question);
    }

    /** Keeps what is typed, whatever becomes of the question. */
    keep(draft: BlockDraft): void {
        const { question } = this.card;
        if (question) {
            this.drafts.keep(question, draft);
            this.show({ ...this.card });
        }
    }

    /** Does what is asked about. @returns false where a yes was meant for what stood there before */
    confirm(): boolean {
        const { task = null, notBefore = 0 } = this.card.question ?? {};
        if (!task || Date.now() < notBefore) {
            return false;
        }
        const note = this.draft?.note?.trim() || null;
        void this.run(task.kind === 'unblock' ? { ...task, command: { ...task.command, note } } : task);
        return true;
    }

    /** Takes a question back. */
    cancel(): void {
        this.show({ ...this.card, question: null });
    }

    /** Undo is not offered anymore. */
    endUndo(): void {
        this.show(cards.undoEnded(this.card));
    }

    /** Does what a form says, if that is still legal. */
    decide({ kind, view }: Asked<BlockMode>, decision: BlockDecision): void {
        const task = taskOfForm(kind, view, decision);
        if (this.card.view?.id !== view.id) {
            this.show(cards.recordChanged(this.card));
        } else if (!isPossible(task, this.card.view)) {
            this.show(cards.notLegalNow(this.card, kind, view));
        } else {
            void this.run(task);
        }
    }

    /** Shows that something is under way, and what came of it to nobody yet. */
    private async work(task: Task, subject: Subject, isCurrent: () => boolean): Promise<Outcome> {
        this.show(cards.taskBegan(this.card, task));
        const callOff = later(SLOW_MS, () => (isCurrent() ? this.show(cards.tookLong(this.card)) : undefined));
        const outcome = await perform(task, subject);
        callOff();
        this.drafts.forget(task.kind, outcome.view);
        return outcome;
    }

    private async lookAgain(): Promise<void> {
        if (this.wantsLook) {
            await this.look();
        }
    }

    private show(card: Card, isOwnChange = false): void {
        this.card = card;
        this.draw(card, isOwnChange);
    }
}
