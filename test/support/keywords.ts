import { AstUtils, EmptyFileSystem, GrammarAST } from 'langium';
import { createSupServices } from '@sup/language';

const { rules } = createSupServices(EmptyFileSystem).Sup.Grammar;

/** The keywords of the grammar. */
export const keywords: readonly string[] = [...new Set(rules.flatMap(rule => AstUtils.streamAllContents(rule).filter(GrammarAST.isKeyword).map(({ value }) => value).toArray()))]
    .filter(keyword => /^[a-z]+$/.test(keyword)).sort();

/** The keywords with which the text of these grammar rules can begin. */
export function headWordsOf(...names: readonly string[]): readonly string[] {
    return names.flatMap(name => firstKeywordsOf((rules.find(rule => rule.name === name) as GrammarAST.ParserRule).definition)).sort();
}

function firstKeywordsOf(element: GrammarAST.AbstractElement): readonly string[] {
    if (GrammarAST.isKeyword(element)) {
        return [element.value];
    }
    if (GrammarAST.isAssignment(element)) {
        return firstKeywordsOf(element.terminal);
    }
    if (GrammarAST.isAlternatives(element)) {
        return element.elements.flatMap(firstKeywordsOf);
    }
    if (GrammarAST.isGroup(element)) {
        const firstRequired = element.elements.findIndex(each => !GrammarAST.isAction(each) && each.cardinality !== '?' && each.cardinality !== '*');
        return element.elements.slice(0, firstRequired + 1).flatMap(firstKeywordsOf);
    }
    const rule = GrammarAST.isRuleCall(element) ? element.rule.ref : undefined;
    return GrammarAST.isParserRule(rule) ? firstKeywordsOf(rule.definition) : [];
}

/** For each keyword, a line in which it is parsed as a keyword and not as a name. */
const lines: Readonly<Record<string, string>> = {
    allow: 'allow some-rule', because: 'allow some-rule because "x"', until: 'allow some-rule until 2027-06-30',
    central: 'central site CEN', primary: 'primary site PRI', secondary: 'secondary site SEC', site: 'site ABC',
    reports: 'site ABC reports to CEN', to: 'site ABC reports to CEN',
    hierarchy: 'hierarchy Harbour', server: 'server S', cluster: 'cluster C', wsus: 'wsus 3.0', clients: 'clients "x"',
    synchronization: 'synchronization', proxy: 'proxy',
    scenario: 'scenario "x" for 7 days', for: 'scenario "x" for 7 days', assume: 'assume { }', at: 'at 1d 3h: stop A', expect: 'expect A synchronized',
    software: 'software update point', update: 'software update point', point: 'software update point'
};

export function lineWith(keyword: string): string {
    const line = lines[keyword];
    if (line === undefined) {
        throw new Error(`Add a line for the new keyword ${keyword} to test/support/keywords.ts.`);
    }
    return line;
}
