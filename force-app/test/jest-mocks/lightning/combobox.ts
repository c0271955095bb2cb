import { api } from 'lwc';
import Field from './field';

/** Stands for lightning-combobox: a labelled field with options. */
export default class Combobox extends Field {
    @api options: { label: string; value: string }[] = [];
    @api placeholder?: string;
}
