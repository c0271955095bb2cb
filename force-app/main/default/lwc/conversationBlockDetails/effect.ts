/** What holds in one place, in words, icon and colour. */
export interface Effect {
    title: string;
    /** What it means, and why it is so, a sentence each. */
    lines: string[];
    /** What a pointer is told instead, where there is no room for the lines. */
    hint?: string;
    icon: string;
    variant: 'success' | 'warning' | null;
}

export const CHECK = { icon: 'utility:check', variant: 'success' } as const;
export const INFO = { icon: 'utility:info', variant: null } as const;
export const QUESTION = { icon: 'utility:question_mark', variant: 'warning' } as const;
export const WARNING = { icon: 'utility:warning', variant: 'warning' } as const;
