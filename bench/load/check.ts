import type { ConversationView, NativeBlockView } from '#contract';
import type { Call } from './job.ts';

/** As long as the contract had another word for the native block, its view was the same but for the name. */
interface OlderView {
    platformBlock?: Pick<NativeBlockView, 'status'>;
}

/**
 * Makes one call and looks at the view that comes back, so that nothing is measured but what is meant.
 * @throws Error when it is not a blocked conversation, or the native block is not as expected
 */
export async function expectBlocked(
    url: string,
    { method, path, headers, body }: Call,
    nativeBlock: NativeBlockView['status'] = 'not-supported'
): Promise<void> {
    const response = await fetch(url + path, { method, headers, body: body ?? null });
    const text = await response.text();
    const view = response.ok ? (JSON.parse(text) as ConversationView & OlderView) : null;
    const native = view?.nativeBlock ?? view?.platformBlock;
    if (view?.state !== 'BLOCKED' || view.block?.state !== 'confirmed' || native?.status !== nativeBlock) {
        throw new Error(`${method} ${path} was to show a block (${nativeBlock}): ${response.status} ${text}`);
    }
}
