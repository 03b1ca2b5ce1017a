import { clientGroupNamesIn, type Hierarchy, sitesIgnoringCase } from '@sup/model';
import { AstUtils } from 'langium';
import { unknownNamesIn, unknownNameText } from '../../../analysis/scenarios/unknown-names.js';
import { replaceText } from '../../edits/edit.js';
import { quoteString } from '../../../syntax/parser/value-converter.js';
import type { NameKind } from '../../../syntax/phrases/reading.js';
import { defineRule, type Fix } from '../../define-rule.js';
import { nearest } from '../../../syntax/nearest.js';
import { blockNameOf, blockOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { writtenName } from '../../../syntax/tree/names.js';
import { publishedIn } from '../../../syntax/tree/read-sentences.js';
import { isSentence, placeAt, type Sentence, spanAt } from '../../../syntax/tree/sentences.js';

const severity = { severity: 'error', because: 'The event cannot happen, or the expectation cannot be judged.' } as const;

export default defineRule({
    id: 'scenario-unknown-name',
    since: '0.1.0',
    summary: 'Every site, server, group of clients and update that a scenario names exists.',
    category: 'scenario',
    reach: 'name',
    sources: ['The .sup language'],
    messages: {
        site: ({ name }: { name: string }) => ({
            what: unknownNameText.site(name),
            why: 'A scenario refers to the sites of its own hierarchy, so this line refers to nothing.',
            todo: 'Correct the code, or declare the site; files that belong together have the same `hierarchy` line.'
        }),
        server: ({ name }: { name: string }) => ({
            what: unknownNameText.server(name),
            why: 'A scenario refers to the servers of its own hierarchy, so this line refers to nothing.',
            todo: 'Correct the name, or add the server; files that belong together have the same `hierarchy` line.'
        }),
        group: ({ name }: { name: string }) => ({
            what: unknownNameText.group(name),
            why: 'The name of a group is written after `clients` in its site; no group has this name, so this line refers to no clients.',
            todo: 'Correct the name, or add the group.'
        }),
        update: ({ name }: { name: string }) => ({
            what: unknownNameText.update(name),
            why: 'A scenario can name only updates that it publishes itself, so this line refers to nothing.',
            todo: `Correct the name, or publish the update before: \`at 1d: publish update ${quoteString(name)}\`.`
        })
    },
    severities: { site: severity, server: severity, group: severity, update: severity },
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (!isSentence(statement) || blockNameOf(blockOf(statement)) !== 'scenario') {
                return;
            }
            for (const { kind, at, name } of unknownNamesIn(statement, context.hierarchy)) {
                context.report(kind, { at: placeAt(statement, at), args: { name }, fixes: () => replaceNameFixes(similarNames[kind](name, context.hierarchy, statement), kind, statement, at) });
            }
        }
    }
});

const similarNames: Readonly<Record<NameKind, (name: string, hierarchy: Hierarchy, sentence: Sentence) => readonly string[]>> = {
    site: (code, hierarchy) => [...sitesIgnoringCase(hierarchy, code).map(site => site.code), ...nearest(code, hierarchy.sitesByCode.keys())],
    server: (name, { serversByName }) => nearest(name, serversByName.keys()),
    group: (label, hierarchy) => nearest(label, clientGroupNamesIn(hierarchy)),
    update: (name, _, sentence) => nearest(name, publishedIn(blockOf(sentence)))
};

function replaceNameFixes(names: readonly string[], kind: NameKind, sentence: Sentence, at: number): readonly Fix[] {
    return [...new Set(names)].filter(name => name !== '').map(name => ({
        title: `Change to ${inCode(name)}`,
        edits: [replaceText(AstUtils.getDocument(sentence), spanAt(sentence, at)!, kind === 'site' ? name : kind === 'server' ? writtenName(name) : quoteString(name))]
    }));
}
