import { LightningElement, api } from 'lwc';
import type { ListRow } from '../../../../page/page-data.ts';
import { addressOf, pathWith, shortName } from '../../../platform/addresses.ts';
import { session } from '../../../platform/session.ts';

/** Two users on the same record, each in a pane with a page of their own. */
export default class SideBySide extends LightningElement {
    @api rows: ListRow[] = [];
    @api recordId: string | null = null;

    usernames: readonly string[] = firstTwo();

    get records(): object[] {
        return this.rows.map((row) => ({ ...row, selected: row.recordId === this.row?.recordId }));
    }

    get panes(): object[] {
        const { row } = this;
        return this.usernames.map((username, index) => ({
            key: `${index} ${username} ${row?.recordId ?? ''}`,
            index,
            isFirst: index === 0,
            label: `Agent ${index + 1}`,
            title: session.users.find((user) => user.username === username)?.name,
            address:
                row && pathWith(addressOf(row), { user: shortName(username), pane: String(index + 1), recordId: null }),
            users: session.users.map((user) => ({ ...user, selected: user.username === username }))
        }));
    }

    handleRecord(event: Event): void {
        const recordId = (event.target as HTMLSelectElement).value;
        this.dispatchEvent(new CustomEvent('choose', { detail: { recordId } }));
    }

    handleUser(event: Event): void {
        const { dataset, value } = event.target as HTMLSelectElement;
        this.usernames = this.usernames.map((each, index) => (String(index) === dataset['index'] ? value : each));
    }

    private get row(): ListRow | undefined {
        return this.rows.find(({ recordId }) => recordId === this.recordId) ?? this.rows[0];
    }
}

/** Who looks at the page, and the first one beside them. */
function firstTwo(): string[] {
    const { username } = session.user;
    const other = session.users.find((user) => user.username !== username);
    return [username, other?.username ?? username];
}
