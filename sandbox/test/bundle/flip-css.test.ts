import assert from 'node:assert/strict';
import { describe, it } from 'node:test';
import { flipCss } from '../../bundle/flip-css.ts';

describe('flipCss', () => {
    const cases: [string, string, string][] = [
        ['a side', 'a{left:0}', 'a{right:0}'],
        [
            'a side in a property',
            'a{margin-left:1px;border-right-color:red}',
            'a{margin-right:1px;border-left-color:red}'
        ],
        ['a corner', 'a{border-top-left-radius:1px}', 'a{border-top-right-radius:1px}'],
        ['four values', 'a{padding:1px 2px 3px 4px}', 'a{padding:1px 4px 3px 2px}'],
        ['four corners', 'a{border-radius:1px 2px 3px 4px}', 'a{border-radius:2px 1px 4px 3px}'],
        [
            'values with parentheses',
            'a{margin:0 var(--a, 1px) 0 calc(1px + 2px)}',
            'a{margin:0 calc(1px + 2px) 0 var(--a, 1px)}'
        ],
        ['text', 'a{text-align:left;float:right}', 'a{text-align:right;float:left}'],
        ['what stands in a condition', '@media print{a{left:0}}', '@media print{a{right:0}}']
    ];
    for (const [what, css, flipped] of cases) {
        it(`flips ${what}`, () => assert.equal(flipCss(css), flipped));
    }

    const same: [string, string][] = [
        ['three values', 'a{margin:1px 2px 3px}'],
        ['a name with a side in it', '.slds-align-left{color:red}'],
        ['a custom property', 'a{--left:1px}'],
        ['what is for right-to-left already', '[dir=rtl] a{left:0}'],
        ['an image', 'a{background:url(left.png)}'],
        ['an empty rule', 'a{}']
    ];
    for (const [what, css] of same) {
        it(`leaves ${what} alone`, () => assert.equal(flipCss(css), css));
    }
});
