/** Details that name what exactly is wrong with a request. */
export const DETAILS = {
    conversationId:
        'The conversation id must be a UUID, dashed or as 32 hex digits. Nothing was changed. Check the id on the record.',
    orgHeader:
        'The header X-Salesforce-Org-Id must hold the 15- or 18-character id of the Salesforce org. Nothing was changed.',
    resolvePermission:
        'You may not say what the channel shows. Nothing was changed. Ask a supervisor, or your Salesforce admin for the permission to manage blocks.',
    setupPermission:
        'You may not see the set-up. Nothing was changed. Ask your Salesforce admin for the permission to manage blocks.',
    mayStillBeCarriedOut:
        'A call to the channel may still be carried out, so what it shows may change. Nothing was changed. Look again after the time in Retry-After.',
    tooManyWrites:
        'You have made many changes in a short time, and this proxy limits them. Nothing was changed. Try again after the time in Retry-After.',
    tooManyChecks:
        'You have checked the set-up many times in a short time, and this proxy limits that. Nothing was changed. Try again after the time in Retry-After.',
    tooLarge: (kiloBytes: number) =>
        `The request body is too large. Nothing was changed. Send at most ${kiloBytes} kB.`,
    notAMessage:
        'This is no message of GoTallo: it needs "id", the UUIDs "conversation_id" and "tenant_id", and "timestamp" or "modified_timestamp" in ISO 8601. Nothing was changed.',
    notJson: 'The request body is not valid JSON. Nothing was changed.',
    notAsEncoded:
        'The request body broke off, or is not what its Content-Encoding says. Nothing was changed. Send it whole, and without Content-Encoding.',
    notAnObject: 'The request body must be a JSON object. Nothing was changed.',
    fields: (faults: string) => `${faults} Nothing was changed.`
} as const;
