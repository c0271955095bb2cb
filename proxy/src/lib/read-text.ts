/**
 * Reads the body of a response as text.
 * @returns null when it is longer than `maxBytes`; the rest is then not read
 */
export async function readText(response: Response, maxBytes: number): Promise<string | null> {
    if (!response.body) return '';
    const decoder = new TextDecoder();
    let text = '';
    let read = 0;
    // Leaving the loop early cancels the body, which also frees its connection.
    for await (const chunk of response.body) {
        read += chunk.byteLength;
        if (read > maxBytes) return null;
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
