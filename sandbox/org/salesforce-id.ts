const CHECKSUM_ALPHABET = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ012345';

/**
 * The 18-character form of a 15-character Salesforce id: three letters say which characters are upper case.
 * Source: Salesforce help, "What are Salesforce ids composed of?".
 */
export function to18Characters(id15: string): string {
    const suffix = [0, 5, 10].map((start) => {
        const chunk = id15.slice(start, start + 5);
        const bits = [...chunk].reduce((sum, char, index) => sum + (/[A-Z]/.test(char) ? 1 << index : 0), 0);
        return CHECKSUM_ALPHABET.charAt(bits);
    });
    return id15 + suffix.join('');
}

/** A valid-looking 18-character id: object key prefix, instance, running number. */
export function salesforceId(keyPrefix: string, number: number): string {
    return to18Characters(`${keyPrefix}5g00000${number.toString(36).padStart(5, '0')}`);
}
