import type { Edit } from './proxy-copy.ts';

/**
 * What makes an old proxy of this one: it knows nothing of versions and of statements that take rows together. Everything it
 * writes, it writes in transactions that lock the conversation's row.
 */
export const OLD_PROXY: readonly Edit[] = [
    {
        file: 'store/accept-command.ts',
        replace: [
            'known === undefined ? null : await acceptQuickly(quick, key, { ...asking, known })',
            'null as AcceptResult | null'
        ]
    },
    { file: 'store/native-call.ts', replace: ['if (operationId !== null) {', 'if (operationId === undefined) {'] },
    {
        file: 'store/complete-operation.ts',
        replace: [
            "if (ending.outcome === 'confirmed' && isUsual(operation, ending)) {",
            'if (quick === undefined && isUsual(operation, ending)) {'
        ]
    },
    {
        file: 'conversations/protocol/operation-runner.ts',
        replace: [
            "if (setsNativeBlock) progress.set = await this.#nativeCall.take(operation, 'blocked');",
            `if (setsNativeBlock) {
            await this.#journal.endNativeCall(operation, await this.#nativeCall.take(operation, 'blocked'));
        }`
        ]
    }
];
