import { BLOCK_PERMISSION, MANAGE_PERMISSION } from '../../fakes/salesforce.ts';

/** A person of the local org. */
export interface Person {
    /** 18-character Salesforce user id. */
    id: string;
    name: string;
    token: string;
    permissions: readonly string[];
}

/** Those who block and unblock. */
export const AGENTS: readonly [Person, Person, Person] = [
    person(1, 'Ana Silva', [BLOCK_PERMISSION]),
    person(2, 'Sam Lee', [BLOCK_PERMISSION]),
    person(3, 'Robin Vos', [BLOCK_PERMISSION])
];

/** Says what the channel shows. */
export const SUPERVISOR: Person = person(4, 'Kim Berg', [BLOCK_PERMISSION, MANAGE_PERMISSION]);

/** Those who may be shown a forged message: agents, and somebody without any permission. */
export const ONLOOKERS: readonly [Person, ...Person[]] = [person(5, 'Jo Novak', []), ...AGENTS];

export const PEOPLE: readonly Person[] = [...ONLOOKERS, SUPERVISOR];

function person(number: number, name: string, permissions: readonly string[]): Person {
    return { id: `00500000000000${number}AAA`, name, token: `person.${number}.token`, permissions };
}
