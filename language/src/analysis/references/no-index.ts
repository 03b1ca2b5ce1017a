import type { AstNodeDescription, LocalSymbols, ReferenceDescription, ReferenceDescriptionProvider, ScopeComputation } from 'langium';
import { MultiMap } from 'langium';

// Langium keeps an index of every document's names and references, and makes those of a document anew after each change. Here
// hierarchies know names, and follow changes; so that index stays empty.

export class NoSymbols implements ScopeComputation {
    collectExportedSymbols(): Promise<AstNodeDescription[]> {
        return Promise.resolve([]);
    }

    collectLocalSymbols(): Promise<LocalSymbols> {
        return Promise.resolve(new MultiMap());
    }
}

export class NoReferenceDescriptions implements ReferenceDescriptionProvider {
    createDescriptions(): Promise<ReferenceDescription[]> {
        return Promise.resolve([]);
    }
}
