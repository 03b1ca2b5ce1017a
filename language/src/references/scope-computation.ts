import { type AstNodeDescription, DefaultScopeComputation, type LangiumDocument, type LocalSymbols, MultiMap } from 'langium';
import * as ast from '../generated/ast.js';
import { membersOf } from '../syntax/blocks.js';

/** Sites, their servers and clusters are known by name in the whole hierarchy; nothing is known in one place only. */
export class SupScopeComputation extends DefaultScopeComputation {
    override collectExportedSymbols(document: LangiumDocument): Promise<AstNodeDescription[]> {
        const file = document.parseResult.value;
        const sites = ast.isSupFile(file) ? file.members.filter(ast.isSite) : [];
        const exported: AstNodeDescription[] = [];
        for (const site of sites) {
            this.addExportedSymbol(site, exported, document);
            for (const member of membersOf(site)) {
                if (ast.isServer(member) || ast.isCluster(member)) {
                    this.addExportedSymbol(member, exported, document);
                }
            }
        }
        return Promise.resolve(exported);
    }

    override collectLocalSymbols(): Promise<LocalSymbols> {
        return Promise.resolve(new MultiMap());
    }
}
