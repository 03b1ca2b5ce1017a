import { wsusVersions } from '@sup/model';
import { AstUtils, type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import { definitionIn, type PropertyDefinition } from '../../../syntax/catalogue/properties.js';
import { readWsusVersion, wsusVersion } from '../../../syntax/catalogue/product-values.js';
import { removeStatement, setHead, setProperty } from '../../edits/edit.js';
import { removeTexts } from '../../edits/fix-text.js';
import { likelyValues } from '../../edits/fix-value.js';
import * as ast from '../../../syntax/generated/ast.js';
import { defineRule, type Fix, type RuleContext } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { blockNameOf, blockOf, keyOf } from '../../../syntax/tree/blocks.js';
import { brokenOffFrom } from '../../../syntax/tree/broken-off.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';
import { itemsOf, wordsOf } from '../../../syntax/tree/items.js';
import { spanOfValues } from '../../../analysis/ranges.js';
import { isBesideUnreadable, roleStates } from '../../../analysis/unreadable.js';
import type { Span } from '../../../syntax/span.js';

const messages = {
    unreadable: ({ key, value, expected }: { key: string; value: string; expected: string }) => ({
        what: `${inCode(value)} is no value of \`${key}\`.`,
        why: 'It cannot be read, so the plan does not say this.',
        todo: `Write ${expected}.`
    }),
    missing: ({ key, expected }: { key: string; expected: string }) => ({
        what: `\`${key}\` has no value.`,
        why: 'A property without one says nothing.',
        todo: `Write ${expected}.`
    }),
    emptyItem: ({ key }: { key: string }) => ({
        what: `An item is missing beside this comma in \`${key}\`.`,
        why: 'A comma stands between two items, and carries the value on to the next line.',
        todo: 'Write the item, or take the comma out.'
    }),
    number: ({ written, meant }: { written: string; meant: string }) => ({
        what: `\`${written}\` reads \`${meant}\`.`,
        why: 'It is understood as it is.',
        todo: `Write \`${meant}\`.`
    }),
    state: ({ state }: { state: string }) => ({
        what: `${inCode(state)} is no state of a software update point.`,
        why: 'The role is taken to be inactive.',
        todo: 'Write `active`, `internet` for the active Internet-based one, or `inactive`.'
    }),
    version: ({ version }: { version: string }) => ({
        what: `${inCode(version)} is no version of WSUS that Configuration Manager 2007 works with.`,
        why: 'Which site versions and which clients the server fits depends on it.',
        todo: `Write ${wsusVersion.expected}.`
    }),
    noVersion: ({ server }: { server: string }) => ({
        what: `${server} has no version.`,
        why: 'Which site versions and which clients the server fits depends on it.',
        todo: `Write ${wsusVersion.expected}.`
    })
};
type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'invalid-value',
    since: '0.1.0',
    summary: 'Every value is one that its property can have.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language', 'About the Software Update Point'],
    messages,
    severities: { number: { severity: 'hint', because: 'The value is read as it is meant.' } },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (blockNameOf(blockOf(statement)) === undefined) {
                return;
            }
            if (ast.isProperty(statement)) {
                checkProperty(statement, context);
            } else if (ast.isSoftwareUpdatePoint(statement) && statement.state !== undefined && !roleStates.includes(statement.state)) {
                const { state } = statement;
                const alike = nearest(state, roleStates);
                context.report('state', {
                    at: { of: statement, part: 'state' },
                    args: { state },
                    fixes: () => (alike.length > 0 ? alike : roleStates).map(meant => ({ title: `Change to \`${meant}\``, edits: [setHead(statement, 'state', meant)] }))
                });
            } else if (ast.isWsusServer(statement) && statement.surplus.length === 0) {
                checkVersion(statement, context);
            }
        }
    }
});

function checkVersion(wsus: ast.WsusServer, context: Context): void {
    const version = wsus.version.join(' ');
    const fixes = (): readonly Fix[] => [...wsusVersions].reverse().map(each => ({ title: `Make it WSUS ${each}`, edits: [setHead(wsus, 'version', each)] }));
    if (version === '') {
        context.report('noVersion', { at: { of: wsus }, args: { server: describe(wsus) }, fixes });
    } else if (readWsusVersion(version) === undefined) {
        context.report('version', { at: { of: wsus, part: 'version' }, args: { version }, fixes });
    }
}

function checkProperty(property: ast.Property, context: Context): void {
    const definition = definitionIn(blockOf(property), keyOf(property));
    // A value that a missing pair of quotes has broken is mended where it broke.
    if (!definition || brokenOffFrom(property) || isBesideUnreadable(property)) {
        return;
    }
    const key = keyOf(property);
    const remove = { title: `Remove \`${key}\``, edits: [removeStatement(property)] };
    const commas = strayCommas(property);
    if (commas.length > 0) {
        context.report('emptyItem', {
            at: { offset: commas[0]!.offset, length: 1, node: property },
            args: { key },
            fixes: () => [{ title: commas.length === 1 ? 'Remove the comma' : `Remove the ${commas.length} commas`, edits: removeTexts(AstUtils.getDocument(property), commas) }]
        });
    } else if (property.values.length === 0) {
        context.report('missing', {
            at: { of: property, part: 'key' },
            args: { key, expected: definition.value.expected },
            fixes: () => [...(definition.value.isClosed ? change(property, definition.value.suggestions) : []), remove]
        });
    } else {
        checkReadable(property, definition, context);
    }
}

function checkReadable(property: ast.Property, { value }: PropertyDefinition, context: Context): void {
    const key = keyOf(property);
    const items = itemsOf(property);
    if (value.read(items) === undefined) {
        const span = spanOfValues(property)!;
        const written = textAt(property, span);
        const wrong = items.length > 1 ? items.findIndex(item => value.read([item]) === undefined) : -1;
        const at = wrong < 0 ? span : spanOfValues(property, wrong)!;
        context.report('unreadable', {
            at: { of: property, index: wrong < 0 ? undefined : wrong, part: 'values' },
            args: { key, value: written.slice(at.offset - span.offset, at.end - span.offset), expected: value.expected },
            fixes: () => [...change(property, likelyValues(value, written)), { title: `Remove \`${key}\``, edits: [removeStatement(property)] }]
        });
    } else if (key === 'schedule' && numbered(wordsOf(items[0]) ?? '') !== (wordsOf(items[0]) ?? '')) {
        const written = textAt(property, spanOfValues(property)!);
        const meant = numbered(written);
        if (meant !== written && /^[^"]{1,40}$/.test(written)) {
            context.report('number', { at: { of: property, part: 'values' }, args: { written, meant }, fixes: () => change(property, [meant]) });
        }
    }
}

/** `every 1 days` as it should be. */
function numbered(schedule: string): string {
    return schedule.replace(/^every ([0-9]+) (hour|day|week)s?\b/, (_, count: string, unit: string) => `every ${count} ${unit}${Number(count) === 1 ? '' : 's'}`);
}

function textAt(property: ast.Property, { offset, end }: Span): string {
    return property.$cstNode!.root.fullText.slice(offset, end);
}

function change(property: ast.Property, values: readonly string[]): readonly Fix[] {
    return values.map(value => ({ title: `Change to ${inCode(value)}`, edits: [setProperty(property, keyOf(property), value)] }));
}

/** The commas of a property that have no item before or behind them. */
function strayCommas(property: ast.Property): readonly Span[] {
    if (property.commas.length === 0 || property.commas.length < property.values.length) {
        return [];
    }
    let parts: readonly CstNode[] = property.$cstNode ? [property.$cstNode] : [];
    while (parts.length === 1 && isCompositeCstNode(parts[0])) {
        parts = parts[0].content.filter(part => !part.hidden);
    }
    const isComma = (part: CstNode | undefined): boolean => part !== undefined && isLeafCstNode(part) && part.text === ',';
    // The first two parts are the key and the colon.
    return parts.filter((part, i) => isComma(part) && (i === 2 || parts[i + 1] === undefined || isComma(parts[i + 1])));
}
