import { DefaultLinker, type LangiumDocument, type ReferenceInfo } from 'langium';
import * as ast from '../generated/ast.js';
import { namedBy } from './reference-position.js';

/** Links the codes after `reports to` and the words that name a site or a server; all other words are just words. */
export class SupLinker extends DefaultLinker {
    protected override doLink(reference: ReferenceInfo, document: LangiumDocument): void {
        if (!ast.isWord(reference.container) || namedBy(reference.container)) {
            super.doLink(reference, document);
        }
    }
}
