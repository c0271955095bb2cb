import { LightningElement, api } from 'lwc';
import type { PageSession, PageUser } from '../../../../page/page-data.ts';
import { pathWith, shortName } from '../../../platform/addresses.ts';
import { addressOfPlace } from '../../../platform/places.ts';

interface MenuUser extends PageUser {
    initials: string;
    isCurrent: boolean;
    checked: 'true' | 'false';
    itemClass: string;
}

/** Lightning's global header, with the user menu as the switch of user. */
export default class GlobalHeader extends LightningElement {
    @api session!: PageSession;
    @api recordId: string | null = null;
    isOpen = false;

    get initials(): string {
        return initialsOf(this.session.user.name);
    }

    get users(): MenuUser[] {
        return this.session.users.map((user) => {
            const isCurrent = user.id === this.session.user.id;
            return {
                ...user,
                isCurrent,
                initials: initialsOf(user.name),
                checked: isCurrent ? 'true' : 'false',
                itemClass: isCurrent ? 'user user_current' : 'user'
            };
        });
    }

    get sideBySide(): string {
        return addressOfPlace('side-by-side', this.recordId);
    }

    get expanded(): 'true' | 'false' {
        return this.isOpen ? 'true' : 'false';
    }

    handleToggle(): void {
        this.isOpen = !this.isOpen;
    }

    handleKeydown(event: KeyboardEvent): void {
        if (event.key === 'Escape') this.isOpen = false;
    }

    /** A switch loads the page anew, as a login would. */
    handleUser(event: Event): void {
        const { username } = (event.currentTarget as HTMLElement).dataset;
        location.assign(pathWith(location.pathname, { user: shortName(username ?? '') }));
    }
}

function initialsOf(name: string): string {
    return name
        .split(' ')
        .map((part) => part.charAt(0))
        .join('');
}
