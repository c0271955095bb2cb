/** The texts of the custom labels in the user's language; the server writes them into the document. */
const texts = JSON.parse(document.getElementById('labels')?.textContent ?? '{}') as Record<string, string>;

/** That every label exists is seen to when the page is built. */
export function labelNamed(name: string): string {
    return texts[name] ?? `[${name}]`;
}
