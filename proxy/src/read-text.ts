/**
 * Reads the body of a response as text, and no more of it than `maxBytes`.
 * @throws Error when the body is longer; the rest is not read
 */
export async function readText(response: Response, maxBytes: number): Promise<string> {
    if (!response.body) return '';
    const decoder = new TextDecoder();
    let text = '';
    let read = 0;
    // Leaving the loop early cancels the body, which also frees its connection.
    for await (const chunk of response.body) {
        read += chunk.byteLength;
        if (read > maxBytes) throw new Error(`the body is longer than ${maxBytes} bytes`);
        text += decoder.decode(chunk, { stream: true });
    }
    return text + decoder.decode();
}
