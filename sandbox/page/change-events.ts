import type { Response } from 'express';

/** Tells open pages that something has changed (server-sent events). */
export class ChangeEvents {
    private readonly pages = new Set<Response>();

    /** Keeps the answer open as a stream of changes. */
    follow(response: Response): void {
        response.writeHead(200, { 'Content-Type': 'text/event-stream', 'Cache-Control': 'no-store' });
        response.write(': open\n\n');
        this.pages.add(response);
        response.on('close', () => this.pages.delete(response));
    }

    changed(): void {
        for (const page of this.pages) page.write('event: change\ndata: {}\n\n');
    }

    close(): void {
        for (const page of this.pages) page.end();
    }
}
