/** A refusal of the token endpoint, in the words of Salesforce: `{ "error": …, "error_description": … }`. */
export class OAuthError extends Error {
    override readonly name = 'OAuthError';
    readonly code: string;

    constructor(code: string, description: string) {
        super(description);
        this.code = code;
    }

    toResponse(): { error: string; error_description: string } {
        return { error: this.code, error_description: this.message };
    }
}
