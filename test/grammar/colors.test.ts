import { expect, test } from 'vitest';
import { blocksWith, catalogue, keysOf } from '@sup/language';
import { processorTime } from '../support/processor-time.js';
import { loadGrammar, tokenize } from '../support/textmate.js';

const grammar = await loadGrammar();

/** The tokens of a text, each with its innermost scope: `CEN entity.name.type.site`. */
function colors(text: string): string[] {
    return tokenize(grammar, text).map(token => `${token.text.trim()} ${(token.scopes.at(-1) ?? '').replace(/\.sup$/, '')}`.trim());
}

test.each([
    ['hierarchy Harbour', ['hierarchy keyword.other.statement', 'Harbour entity.name.type']],
    ['secondary site 001 "Bergen" reports to OSL, TRD {', [
        'secondary keyword.other.modifier', 'site keyword.other.statement', '001 entity.name.type.site',
        '" punctuation.definition.string.begin', 'Bergen string.quoted.double', '" punctuation.definition.string.end',
        'reports keyword.other.reference', 'to keyword.other.reference', 'OSL entity.name.type.site',
        ', punctuation.separator', 'TRD entity.name.type.site', '{ punctuation.section.block.begin'
    ]],
    ['server CEN-SUP01 {', ['server keyword.other.statement', 'CEN-SUP01 entity.name.type', '{ punctuation.section.block.begin']],
    ['site server', ['site keyword.other.statement', 'server keyword.other.statement']],
    ['wsus 3.0 SP2 { replica: yes }', [
        'wsus keyword.other.statement', '3.0 SP2 constant.numeric.version', '{ punctuation.section.block.begin',
        'replica variable.other.property', ': punctuation.separator', 'yes constant.language.boolean', '} punctuation.section.block.end'
    ]],
    ['software update point internet', [
        'software keyword.other.statement', 'update keyword.other.statement', 'point keyword.other.statement', 'internet storage.modifier.state'
    ]],
    ['allow sup-capacity-exceeded until 2027-06-30 because "CHG-1842"', [
        'allow keyword.other.allow', 'sup-capacity-exceeded entity.name.function.rule', 'until keyword.other.allow',
        '2027-06-30 constant.numeric.date', 'because keyword.other.allow', '" punctuation.definition.string.begin',
        'CHG-1842 string.quoted.double', '" punctuation.definition.string.end'
    ]],
    ['clients "Sales"', ['clients keyword.other.statement', '" punctuation.definition.string.begin', 'Sales string.quoted.double', '" punctuation.definition.string.end']],
    ['clients: 4000 intranet', ['clients variable.other.property', ': punctuation.separator', '4000 constant.numeric.integer', 'intranet support.constant.property-value']],
    ['link: 1.5 Mbps, 40 ms, open 20:00 to 06:00', [
        'link variable.other.property', ': punctuation.separator', '1.5 constant.numeric.bandwidth', 'Mbps keyword.other.unit',
        ', punctuation.separator', '40 constant.numeric.duration', 'ms keyword.other.unit', ', punctuation.separator',
        'open support.constant.property-value', '20:00 constant.numeric.time', 'to support.constant.property-value', '06:00 constant.numeric.time'
    ]],
    ['schedule: every 7 days at 02:07', [
        'schedule variable.other.property', ': punctuation.separator', 'every support.constant.property-value',
        '7 constant.numeric.duration', 'days keyword.other.unit', 'at support.constant.property-value', '02:07 constant.numeric.time'
    ]],
    ['x: 4h, 30m', ['x variable.other.property', ': punctuation.separator', '4 constant.numeric.duration', 'h keyword.other.unit', ', punctuation.separator', '30 constant.numeric.duration', 'm keyword.other.unit']],
    ['release: SP2 R2', ['release variable.other.property', ': punctuation.separator', 'SP2 constant.language.release', 'R2 constant.language.release']],
    ['wsus console: 3.0 SP2', ['wsus console variable.other.property', ': punctuation.separator', '3.0 SP2 constant.numeric.version']],
    ['ports: unknown', ['ports variable.other.property', ': punctuation.separator', 'unknown constant.language.unknown']],
    ['source: server CENSUP01', ['source variable.other.property', ': punctuation.separator', 'server support.constant.property-value', 'CENSUP01 support.constant.property-value']],
    ['scenario "Repair" for 7 days {', [
        'scenario keyword.other.statement', '" punctuation.definition.string.begin', 'Repair string.quoted.double', '" punctuation.definition.string.end',
        'for keyword.other.duration', '7 constant.numeric.duration', 'days keyword.other.unit', '{ punctuation.section.block.begin'
    ]],
    ['at 1d 3 hours: set BER-SUP01 ports to 80, 443', [
        'at keyword.other.statement', '1 constant.numeric.duration', 'd keyword.other.unit', '3 constant.numeric.duration', 'hours keyword.other.unit', ': punctuation.separator',
        'set support.function.phrase', 'BER-SUP01 entity.name.type', 'ports support.function.phrase', 'to support.function.phrase',
        '80 constant.numeric.integer', ', punctuation.separator', '443 constant.numeric.integer'
    ]],
    ['at 2d 02:07: fail Microsoft Update', [
        'at keyword.other.statement', '2 constant.numeric.duration', 'd keyword.other.unit', '02:07 constant.numeric.time', ': punctuation.separator',
        'fail support.function.phrase', 'Microsoft support.function.phrase', 'Update support.function.phrase'
    ]],
    ['expect no errors at CEN', [
        'expect keyword.other.statement', 'no support.function.phrase', 'errors support.function.phrase', 'at support.function.phrase', 'CEN entity.name.type'
    ]],
    ['catalog size: 150 MB', ['catalog size variable.other.property', ': punctuation.separator', '150 constant.numeric.bandwidth', 'MB keyword.other.unit']],
    ['srever CENSUP01', ['srever', 'CENSUP01']]
])('assigns scopes to the tokens of `%s`', (text, expected) => {
    expect(colors(text)).toEqual(expected);
});

test('a doubled quote is an escape, and a backslash is an ordinary character', () => {
    expect(colors('host: "D:\\"')).toEqual(['host variable.other.property', ': punctuation.separator', '" punctuation.definition.string.begin', 'D:\\ string.quoted.double', '" punctuation.definition.string.end']);
    expect(colors('os: "a""b"').slice(3)).toEqual(['a string.quoted.double', '"" constant.character.escape', 'b string.quoted.double', '" punctuation.definition.string.end']);
});

test('an unclosed string ends at its line', () => {
    expect(colors('fqdn: "cen\nserver A').slice(-2)).toEqual(['server keyword.other.statement', 'A entity.name.type']);
});

test('a list continues on the line after a comma, unless a statement begins there', () => {
    expect(colors('nodes: A,\n  // second\n  B').at(-1)).toBe('B support.constant.property-value');
    expect(colors('nodes: A, // first\n  B').at(-1)).toBe('B support.constant.property-value');
    expect(colors('nodes: A // last\n  B').at(-1)).toBe('B');
    expect(colors('nodes: A,\n  server B').slice(-2)).toEqual(['server keyword.other.statement', 'B entity.name.type']);
    expect(colors('nodes:\nserver: B')[2]).toBe('server variable.other.property');
});

test('comments and documentation comments have their own scopes', () => {
    expect(colors('// server')).toEqual(['// punctuation.definition.comment', 'server comment.line.double-slash']);
    expect(colors('/* server\n site */')).toEqual(['/* punctuation.definition.comment', 'server comment.block', 'site comment.block', '*/ punctuation.definition.comment']);
    expect(colors('/** Top. */ site CEN')).toEqual([
        '/** punctuation.definition.comment', 'Top. comment.block.documentation', '*/ punctuation.definition.comment',
        'site keyword.other.statement', 'CEN entity.name.type.site'
    ]);
    expect(colors('/**/ proxy').at(-1)).toBe('proxy keyword.other.statement');
});

const keys = [...new Set((Object.keys(catalogue) as (keyof typeof catalogue)[]).flatMap(keysOf))];

test.each(keys)('the key %s of the catalogue is one token, at the start of a line and after a value', key => {
    expect(blocksWith(key)).not.toEqual([]);
    expect(colors(`${key}: yes`)[0]).toBe(`${key} variable.other.property`);
    expect(colors(`ssl: yes  ${key}: no`)[3]).toBe(`${key} variable.other.property`);
});

test.each([
    ['a string', 'fqdn: "', 'a', '"'], ['quotes', 'os: ', '"', ''], ['a word', '', 'a', ''], ['words', 'x: ', 'server ', ''],
    ['digits', 'ports: ', '1', ''], ['blanks', 'x: 1', ' ', '2'], ['braces', '', '{ ', ''], ['commas', 'x: ', ', ', ''],
    ['keys', '', 'a: 1  ', ''], ['comments', 'x: 1', ' /* c */', ''], ['open comments', '', '/*', ''], ['slashes', 'x: ', '/ ', ''], ['sites', '', 'site ', '']
])('a long line of %s is tokenized in linear time', async (_, head, unit, tail) => {
    const [short, long] = [await timeOf(10_000), await timeOf(80_000)];
    // Eight times the text takes about eight times as long; where time grew with the square it would be sixty-four times.
    expect(long / Math.max(short, 4)).toBeLessThan(32);

    /** The best of three runs: other programs can only add to the time, by their use of the caches. */
    async function timeOf(length: number): Promise<number> {
        const text = head + unit.repeat(length / unit.length) + tail;
        const times = [];
        for (let i = 0; i < 3; i++) {
            times.push(await processorTime(() => tokenize(grammar, text)));
        }
        return Math.min(...times);
    }
});
