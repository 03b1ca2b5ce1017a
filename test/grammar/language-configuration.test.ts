import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface OnEnterRule { readonly beforeText: string; readonly afterText?: string; readonly action: { readonly indent: string; readonly appendText?: string } }
const configuration = JSON.parse(readFileSync('syntaxes/language-configuration.json', 'utf8')) as {
    readonly wordPattern: { readonly pattern: string; readonly flags: string };
    readonly indentationRules: { readonly increaseIndentPattern: string; readonly decreaseIndentPattern: string };
    readonly onEnterRules: readonly OnEnterRule[];
};

describe('indentation rules', () => {
    const { increaseIndentPattern } = configuration.indentationRules;
    test.each([
        ['site CEN {', true],
        ['  wsus 3.0 { // console', true],
        ['  wsus 3.0 { ports: 80 }', false],
        ['  fqdn: "a"', false],
        ['// site CEN {', false],
        [' * server X {', false]
    ])('indents the line after %j: %s', (line, expected) => {
        expect(new RegExp(increaseIndentPattern).test(line)).toBe(expected);
    });
});

test.each([['  }', true], ['}', true], ['  ssl: yes }', false]])('a line that begins with a closing brace is outdented one level: %j %s', (line, expected) => {
    expect(new RegExp(configuration.indentationRules.decreaseIndentPattern).test(line)).toBe(expected);
});

describe('documentation comments', () => {
    test.each([
        ['/** Top', ' */', ' * '],
        ['/** Top', '', ' * '],
        [' * Top', '', '* '],
        ['/** Top */', '', undefined],
        ['/**/', '', undefined],
        ['// Top', '', undefined]
    ])('Enter between %j and %j adds %j', (before, after, expected) => {
        const rule = configuration.onEnterRules.find(({ beforeText, afterText }) => new RegExp(beforeText).test(before) && (afterText === undefined || new RegExp(afterText).test(after)));
        expect(rule?.action.appendText).toBe(expected);
    });
});

test.each([
    ['reports to CEN-SUP01, X', ['reports', 'to', 'CEN-SUP01', 'X']],
    ['allow sup-capacity-exceeded', ['allow', 'sup-capacity-exceeded']],
    ['wsus 3.0', ['wsus', '3.0']],
    ['site ÅRE', ['site', 'ÅRE']]
])('a double click selects whole names in %j', (text, words) => {
    const { pattern, flags } = configuration.wordPattern;
    expect(text.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
});
