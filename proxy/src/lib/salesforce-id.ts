const ID = /^[A-Za-z0-9]{15}(?:[A-Z0-5]{3})?$/;
const CHECK_CHARACTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * Brings a Salesforce id of 15 or 18 characters to its 18-character form, so that ids can be compared.
 * @returns null when the text is no id: wrong length or characters, or check characters that do not fit the rest
 */
export function toId18(id: string): string | null {
    if (!ID.test(id)) return null;
    const full = id.slice(0, 15) + checkCharacters(id.slice(0, 15));
    return id.length === 15 || id === full ? full : null;
}

/** Each of the three tells, as five bits, which of five characters are upper case. */
function checkCharacters(id15: string): string {
    return [0, 5, 10]
        .map((start) => {
            const bits = [0, 1, 2, 3, 4].filter((bit) => /[A-Z]/.test(id15.charAt(start + bit)));
            return CHECK_CHARACTERS.charAt(bits.reduce((sum, bit) => sum + (1 << bit), 0));
        })
        .join('');
}
