import { api } from 'lwc';
import Field from './field';

/** Stands for lightning-input: a labelled field. */
export default class Input extends Field {
    @api dateStyle?: string;
    @api messageWhenRangeUnderflow?: string;
    @api min?: string;
    @api type?: string;
}
