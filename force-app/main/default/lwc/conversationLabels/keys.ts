/**
 * What a key asks of a question: Ctrl+Enter confirms, Escape cancels; any other asks for nothing. While letters are
 * composed, keys are for the composition.
 */
export function keyAsks({ key, ctrlKey, metaKey, isComposing }: KeyboardEvent): 'confirm' | 'cancel' | null {
    if (isComposing) {
        return null;
    }
    if (key === 'Escape') {
        return 'cancel';
    }
    return key === 'Enter' && (ctrlKey || metaKey) ? 'confirm' : null;
}
