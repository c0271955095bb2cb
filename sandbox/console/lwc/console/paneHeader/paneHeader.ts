import { LightningElement, api } from 'lwc';
import type { PageUser } from '../../../../page/page-data.ts';

/** Whose pane it is, where several stand in one window. */
export default class PaneHeader extends LightningElement {
    @api user!: PageUser;
}
