/**
 * The HTTP contract of the proxy as types: what it answers, and what the card draws.
 * Both the proxy and the component import these types, and only types, so neither depends on the other.
 */
export type * from './contract/history.d.ts';
export type * from './contract/problems.d.ts';
export type * from './contract/requests.d.ts';
export type * from './contract/setup.d.ts';
export type * from './contract/view.d.ts';
