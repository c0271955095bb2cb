import type { ConversationView } from '#contract';
import type { BlockDecision, BlockMode } from 'c/conversationBlockForm';
import { asked, EMPTY_CARD, notLegalNow, recordChanged, reloaded, taskBegan, taskEnded, tookLong } from './card';
import type { Card } from './card';
import { draftAfter } from './draft';
import { later } from './later';
import { Latest } from './latest';
import { isLegal } from './question';
import type { Question } from './question';
import { LOAD, perform } from './tasks';
import type { BlockTask, Subject, Task } from './tasks';

/** From then on it is said that a call takes long. */
const SLOW_MS = 5_000;

/** Told of every card to draw. @param isOwnChange whether this agent changed something, and it came true */
type Draw = (card: Card, isOwnChange: boolean) => void;

/** The work on one record: one task at a time, quiet looks besides, and no answer that is older than another. */
export class Session {
    private readonly subjectOf: () => Subject | null;
    private readonly draw: Draw;
    private readonly latest = new Latest();
    private card = EMPTY_CARD;
    private draft: BlockTask | null = null;
    private isLooking = false;
    private wantsLook = false;

    /** @param subjectOf what to ask about; null while there is nothing, or nobody who waits for it */
    constructor(subjectOf: () => Subject | null, draw: Draw) {
        this.subjectOf = subjectOf;
        this.draw = draw;
    }

    /** Forgets all about the record before, and loads. */
    start(): void {
        const isCurrent = this.latest.begin();
        this.draft = null;
        this.wantsLook = false;
        this.show(EMPTY_CARD);
        // The page sets its properties one by one; a turn later all are there, and one call is enough.
        void Promise.resolve().then(() => (isCurrent() ? this.run(LOAD) : undefined));
    }

    /** Whatever is still answered comes too late. */
    stop(): void {
        this.latest.begin();
    }

    /** Carries a task out, unless another one is under way. */
    async run(task: Task): Promise<void> {
        const subject = this.subjectOf();
        if (this.card.busy || !subject) {
            return;
        }
        const isCurrent = this.latest.begin();
        this.show(taskBegan(this.card, task));
        const callOff = later(SLOW_MS, () => (isCurrent() ? this.show(tookLong(this.card)) : undefined));
        const outcome = await perform(task, subject);
        callOff();
        if (isCurrent()) {
            this.draft = draftAfter(this.draft, task, outcome);
            this.show(taskEnded(this.card, task, outcome, Date.now()), task.kind !== 'load' && outcome.view !== null);
            await this.lookAgain();
        }
    }

    /** Asks the org quietly, never beside a task of the agent, and once more when there was a reason meanwhile. */
    async look(): Promise<void> {
        const subject = this.subjectOf();
        if (!this.card.view || !subject) {
            await this.run(LOAD);
            return;
        }
        this.wantsLook = this.isLooking || this.card.busy !== null;
        if (this.wantsLook) {
            return;
        }
        this.isLooking = true;
        const isCurrent = this.latest.begin();
        const outcome = await perform(LOAD, subject);
        this.isLooking = false;
        if (isCurrent()) {
            this.draft = draftAfter(this.draft, LOAD, outcome);
            this.show(reloaded(this.card, outcome, Date.now()));
        }
        await this.lookAgain();
    }

    /** Asks in the card itself. */
    ask(kind: Question['kind'], view: ConversationView): void {
        this.show(asked(this.card, kind, view));
    }

    /** Takes a question back. */
    cancel(): void {
        this.show({ ...this.card, question: null });
    }

    /** What a form starts with: the last wish of this kind that did not come true. */
    draftFor(mode: BlockMode | null, view: ConversationView | undefined): BlockTask | null {
        const { draft } = this;
        return draft?.kind === mode && draft?.conversationId === view?.id ? draft : null;
    }

    /**
     * Does what a form says, if that is still legal. What was typed is kept in any case.
     * @param view the one that the agent looked at
     */
    decide(kind: BlockMode, view: ConversationView, decision: BlockDecision): void {
        const task: BlockTask = { kind, conversationId: view.id, ...decision };
        this.draft = task;
        if (this.card.view?.id !== view.id) {
            this.show(recordChanged(this.card));
        } else if (!isLegal(kind, this.card.view)) {
            this.show(notLegalNow(this.card, kind, view));
        } else {
            void this.run(task);
        }
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
