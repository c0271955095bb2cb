import { api } from 'lwc';
import Field from './field';

/** Stands for lightning-textarea: a labelled field with a value. */
export default class Textarea extends Field {
    @api maxLength?: number;
}
