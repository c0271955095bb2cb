import type { Caller, MessageObservation } from '../../src/conversations/ports.ts';
import { Failure } from '../../src/lib/failure.ts';
import { ANA } from './snapshot.ts';

/** A caller whose Salesforce answers with what the test says, and counts how often it was asked. */
export class TestCaller implements Caller {
    agent = ANA;
    asked = 0;
    answer: MessageObservation | null | Failure = null;
    beforeAnswer: () => Promise<void> = async () => {};

    /** Each of their calls comes at the moment at which it is made. */
    get cameAt(): number {
        return performance.now();
    }

    async newestMessage(): Promise<MessageObservation | null> {
        this.asked += 1;
        await this.beforeAnswer();
        if (this.answer instanceof Failure) throw this.answer;
        return this.answer;
    }
}

export function callerWhoSees(answer: TestCaller['answer'], agent = ANA): TestCaller {
    return Object.assign(new TestCaller(), { answer, agent });
}
