import { createInterface } from 'node:readline/promises';
import process from 'node:process';

/** Where the program speaks to the one who runs it. */
export interface Console {
    say(line: string): void;
    /** How far something has come; replaces what it said before. */
    progress(text: string): void;
    /** null: nobody can be asked. */
    ask(question: string): Promise<string | null>;
}

/** A terminal, or what stands in its place. With `isJson` nothing but the document may be printed. */
export function terminal(isJson: boolean): Console {
    const isInteractive = !isJson && process.stdin.isTTY && process.stdout.isTTY;
    let hasProgress = false;
    const clear = (): void => {
        if (hasProgress) process.stdout.write('\r\u001b[K');
        hasProgress = false;
    };
    return {
        say: (line) => {
            clear();
            if (!isJson) process.stdout.write(`${line}\n`);
        },
        progress: (text) => {
            if (!isInteractive) return;
            clear();
            process.stdout.write(`        ${text}`);
            hasProgress = true;
        },
        ask: async (question) => {
            if (!isInteractive) return null;
            clear();
            const prompt = createInterface({ input: process.stdin, output: process.stdout });
            const answer = await prompt.question(`${question} `);
            prompt.close();
            return answer.trim();
        }
    };
}
