/** Tells the answer that was asked for last from those that came too late. */
export class Latest {
    private current = 0;

    /** Makes everything before stale. @returns a question to ask when the answer is there: is it still the latest? */
    begin(): () => boolean {
        this.current += 1;
        const mine = this.current;
        return () => mine === this.current;
    }
}
