/** What came of an act: whether it was done, and what to say of it. */
interface Outcome {
    isDone: boolean;
    words: string;
}

/** Says what the act says once it is done, or why it was not. */
export async function attempt(act: () => Promise<string>): Promise<Outcome> {
    try {
        return { isDone: true, words: await act() };
    } catch (error) {
        return { isDone: false, words: error instanceof Error ? error.message : String(error) };
    }
}
