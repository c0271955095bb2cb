/** As Apex's `System.CalloutException`: no answer came, or the user's token could not be got. */
export class CalloutException extends Error {
    override readonly name = 'CalloutException';
}
