import { counted, wsusVersions } from '@sup/model';
import { AstUtils, type CstNode, isCompositeCstNode, isLeafCstNode } from 'langium';
import { laterWordIn } from '../../../syntax/catalogue/later-releases.js';
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
import { isUnknownValue, unknown } from '../../../syntax/tree/unknown.js';
import { spanOfValues } from '../../../analysis/ranges.js';
import { isBesideUnreadable, roleStates } from '../../../analysis/unreadable.js';
import type { Span } from '../../../syntax/span.js';

const messages = {
    unreadable: ({ key, value, expected }: { key: string; value: string; expected: string }) => ({
        what: `${inCode(value)} is not a valid value for \`${key}\`.`,
        why: 'The value cannot be read, so the property has no effect.',
        todo: `Write ${expected}.`
    }),
    missing: ({ key, expected }: { key: string; expected: string }) => ({
        what: `\`${key}\` has no value.`,
        why: 'A property without a value has no effect.',
        todo: `Write ${expected}.`
    }),
    emptyItem: ({ key }: { key: string }) => ({
        what: `An item is missing next to this comma in \`${key}\`.`,
        why: 'A comma separates two items, and at the end of a line it continues the value on the next line.',
        todo: 'Write the item, or remove the comma.'
    }),
    number: ({ written, meant }: { written: string; meant: string }) => ({
        what: `\`${written}\` should be \`${meant}\`.`,
        why: 'The value is read correctly as it is, but its wording is wrong.',
        todo: `Write \`${meant}\`, not \`${written}\`.`
    }),
    state: ({ state }: { state: string }) => ({
        what: `${inCode(state)} is not a valid state for a software update point.`,
        why: 'The role is treated as inactive.',
        todo: 'Write `active`, `internet` (for the active Internet-based one) or `inactive`.'
    }),
    version: ({ version }: { version: string }) => ({
        what: `${inCode(version)} is not a WSUS version that Configuration Manager 2007 works with.`,
        why: 'The version determines which site versions and which clients the server works with.',
        todo: `Write ${wsusVersion.expected}.`
    }),
    noVersion: ({ server }: { server: string }) => ({
        what: `${server} has no version.`,
        why: 'The version determines which site versions and which clients the server works with.',
        todo: `Write ${wsusVersion.expected}.`
    })
};
type Context = RuleContext<typeof messages>;

export default defineRule({
    id: 'invalid-value',
    since: '0.1.0',
    summary: 'Every value is valid for its property.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language', 'About the Software Update Point'],
    messages,
    severities: { number: { severity: 'hint', because: 'The value is read as intended.' } },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            // `feature-not-in-2007` reports values of later releases.
            if (blockNameOf(blockOf(statement)) === undefined || laterWordIn(statement)) {
                return;
            }
            if (ast.isProperty(statement)) {
                checkProperty(statement, context);
            } else if (ast.isSoftwareUpdatePoint(statement) && statement.state !== undefined && statement.state !== unknown && !roleStates.includes(statement.state)) {
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
    const fixes = (): readonly Fix[] => [...wsusVersions].reverse().map(each => ({ title: `Set the version to WSUS ${each}`, edits: [setHead(wsus, 'version', each)] }));
    if (version === '') {
        context.report('noVersion', { at: { of: wsus }, args: { server: describe(wsus) }, fixes });
    } else if (version !== unknown && readWsusVersion(version) === undefined) {
        context.report('version', { at: { of: wsus, part: 'version' }, args: { version }, fixes });
    }
}

function checkProperty(property: ast.Property, context: Context): void {
    const definition = definitionIn(blockOf(property), keyOf(property));
    // A value that is split because it lacks quotes is reported and fixed at the point of the split.
    if (!definition || isUnknownValue(property) || brokenOffFrom(property) || isBesideUnreadable(property)) {
        return;
    }
    const key = keyOf(property);
    const remove = { title: `Remove \`${key}\``, edits: [removeStatement(property)] };
    const commas = strayCommas(property);
    if (commas.length > 0) {
        context.report('emptyItem', {
            at: { offset: commas[0]!.offset, length: 1, node: property },
            args: { key },
            fixes: () => [{ title: commas.length === 1 ? 'Remove the comma' : `Remove the ${counted(commas.length, 'comma')}`, edits: removeTexts(AstUtils.getDocument(property), commas) }]
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
    } else if ((key === 'schedule' || key === 'import') && withUnitInNumber(wordsOf(items[0]) ?? '') !== (wordsOf(items[0]) ?? '')) {
        const written = textAt(property, spanOfValues(property)!);
        const meant = withUnitInNumber(written);
        if (meant !== written && /^[^"]{1,40}$/.test(written)) {
            context.report('number', { at: { of: property, part: 'values' }, args: { written, meant }, fixes: () => change(property, [meant]) });
        }
    }
}

/** A schedule with its unit in the right number: `every 1 day` for `every 1 days`. */
function withUnitInNumber(schedule: string): string {
    return schedule.replace(/^every ([0-9]+) (hour|day|week)s?\b/, (_, count: string, unit: string) => `every ${count} ${unit}${Number(count) === 1 ? '' : 's'}`);
}

function textAt(property: ast.Property, { offset, end }: Span): string {
    return property.$cstNode!.root.fullText.slice(offset, end);
}

function change(property: ast.Property, values: readonly string[]): readonly Fix[] {
    return values.map(value => ({ title: `Change to ${inCode(value)}`, edits: [setProperty(property, keyOf(property), value)] }));
}

/** The commas of a property without an item before or after them. */
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
