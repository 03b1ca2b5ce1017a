import { DefaultLinker, type LangiumDocument, type ReferenceInfo } from 'langium';
import * as ast from '../generated/ast.js';
import { namesServer } from './reference-position.js';

/** Links the codes after `reports to` and the words that name a server; all other words are just words. */
export class SupLinker extends DefaultLinker {
    protected override doLink(reference: ReferenceInfo, document: LangiumDocument): void {
        if (!ast.isWord(reference.container) || namesServer(reference.container)) {
            super.doLink(reference, document);
        }
    }
}
