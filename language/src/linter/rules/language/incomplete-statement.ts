import { capital, type Hierarchy, type SiteKind } from '@sup/model';
import { GrammarUtils } from 'langium';
import { setHead } from '../../edits/edit.js';
import { headTokensOf } from '../../../analysis/ranges.js';
import * as ast from '../../../syntax/generated/ast.js';
import { defineRule, type Fix, type RuleContext } from '../../define-rule.js';
import { blockNameOf, blockOf } from '../../../syntax/tree/blocks.js';
import { inCode } from '../../../syntax/tree/characters.js';
import { describe } from '../../../syntax/tree/describe.js';
import type { TextPlace } from '../../../syntax/place.js';

const kinds: readonly SiteKind[] = ['central', 'primary', 'secondary'];

const messages = {
    noCode: ({ title }: { title: string }) => ({
        what: `This site${title} has no site code.`,
        why: 'Other sites, servers and clients refer to a site by its code.',
        todo: 'After `site`, write a code of three characters, each a letter from A to Z or a digit.'
    }),
    noKind: ({ site }: { site: string }) => ({
        what: `${site} is not declared as a central, primary or secondary site.`,
        why: 'The kind of a site determines what the site can contain and which sites can report to it.',
        todo: 'Write `central`, `primary` or `secondary` before `site`.'
    }),
    noName: ({ what, site }: { what: 'server' | 'cluster'; site: string }) => ({
        what: `This ${what} of ${site} has no name.`,
        why: 'Roles, clusters and other sites refer to it by its name.',
        todo: `Write the name after \`${what}\`.`
    }),
    noParent: ({ site }: { site: string }) => ({
        what: `A site code is missing after \`reports to\` of ${site}.`,
        why: 'Without the code, the plan does not say which site is the parent.',
        todo: 'Write the code of the parent site, or remove `reports to`.'
    })
};

export default defineRule({
    id: 'incomplete-statement',
    since: '0.1.0',
    summary: 'A site has a kind and a code, and a server or cluster has a name.',
    category: 'language',
    reach: 'segment',
    sources: ['The .sup language', 'Configuration Manager Site Codes and Site Names'],
    messages,
    fixable: 'suggestion',
    checks: {
        statement(statement, context) {
            if (ast.isSite(statement)) {
                checkSite(statement, context);
            } else if ((ast.isServer(statement) || ast.isCluster(statement)) && !statement.name && blockNameOf(blockOf(statement)) !== undefined) {
                const what = ast.isServer(statement) ? 'server' as const : 'cluster' as const;
                const owner = blockOf(statement);
                const code = ast.isSite(owner) ? owner.name ?? '' : '';
                context.report('noName', {
                    at: keywordOf(statement, what),
                    args: { what, site: describe(owner) },
                    fixes: () => [nameFix(statement, freeName(context.hierarchy, `${code}${what === 'server' ? 'SRV' : 'NLB'}`))]
                });
            }
        }
    }
});

function checkSite(site: ast.Site, context: RuleContext<typeof messages>): void {
    const isComplete = site.name && site.kind && (site.parents.length > 0 || site.kind === 'secondary');
    if (isComplete || !GrammarUtils.findNodeForKeyword(headTokensOf(site), 'site')) {
        return;
    }
    if (!site.name) {
        context.report('noCode', {
            at: keywordOf(site, 'site'),
            args: { title: site.title ? ` (${inCode(site.title)})` : '' },
            fixes: () => codesFor(context.hierarchy, site.title ?? '').map(code => ({ title: `Set the site code to ${code}`, edits: [setHead(site, 'name', code)] }))
        });
    }
    if (!site.kind) {
        context.report('noKind', {
            at: keywordOf(site, 'site'),
            args: { site: site.name ? capital(describe(site)) : 'This site' },
            fixes: () => kinds.filter(kind => site.parents.length === 0 || kind !== 'central').map(kind => ({ title: `Make it a ${kind} site`, edits: [setHead(site, 'kind', kind)] }))
        });
    }
    // For a secondary site, `secondary-without-parent` reports this.
    const lacksParent = GrammarUtils.findNodesForKeyword(headTokensOf(site), 'to').length > 0 && site.parents.length === 0 && site.kind !== 'secondary';
    if (lacksParent && site.surplus.length === 0) {
        context.report('noParent', {
            at: keywordOf(site, 'reports'),
            args: { site: site.name ? describe(site) : 'this site' },
            fixes: () => [
                ...parentsFor(context.hierarchy, site).map(code => ({ title: `Attach it to ${code}`, edits: [setHead(site, 'parents', code)] })),
                { title: 'Remove `reports to`', edits: [setHead(site, 'parents', undefined)] }
            ]
        });
    }
}

/** An unused site code based on a friendly name, if there is one: its first three letters, or its first letter and a number. */
function codesFor(hierarchy: Hierarchy, title: string): readonly string[] {
    const letters = title.toUpperCase().replace(/[^A-Z0-9]/g, '');
    const numbered = Array.from({ length: 100 }, (_, i) => `${(`${letters}S`).slice(0, 1)}${String(i + 1).padStart(2, '0')}`);
    return [letters.slice(0, 3), ...numbered].filter(code => code.length === 3 && !hierarchy.sitesByCode.has(code)).slice(0, 1);
}

function freeName(hierarchy: Hierarchy, prefix: string): string {
    let number = 1;
    const name = (): string => `${prefix}${String(number).padStart(2, '0')}`;
    while (hierarchy.serversByName.has(name())) {
        number++;
    }
    return name();
}

function nameFix(statement: ast.Server | ast.Cluster, name: string): Fix {
    return { title: `Name it ${name}`, edits: [setHead(statement, 'name', name)] };
}

/** The codes of sites that can be the parent, central sites first. */
function parentsFor(hierarchy: Hierarchy, site: ast.Site): readonly string[] {
    const eligible = hierarchy.sites.filter(other => (other.kind === 'central' || other.kind === 'primary') && other.code !== '' && other.code !== site.name);
    return [...new Set([...eligible.filter(other => other.kind === 'central'), ...eligible].map(other => other.code))].slice(0, 3);
}

function keywordOf(statement: ast.Site | ast.Server | ast.Cluster, keyword: string): TextPlace {
    const tokens = headTokensOf(statement);
    const leaf = GrammarUtils.findNodeForKeyword(tokens, keyword);
    return leaf ? { offset: leaf.offset, length: leaf.length, node: statement } : { offset: tokens?.offset ?? 0, length: 1, node: statement };
}
