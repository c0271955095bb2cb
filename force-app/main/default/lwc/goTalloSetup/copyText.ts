/** Copies a text. Where the page may not, as in some frames and under some security settings, it returns false. */
export async function copyText(text: string): Promise<boolean> {
    try {
        await navigator.clipboard.writeText(text);
        return true;
    } catch {
        return false;
    }
}
