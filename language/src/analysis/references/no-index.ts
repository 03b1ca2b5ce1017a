import type { AstNodeDescription, LocalSymbols, ReferenceDescription, ReferenceDescriptionProvider, ScopeComputation } from 'langium';
import { MultiMap } from 'langium';

// Langium indexes the names and references of every document, and rebuilds those of a document after each change. Here the incremental
// hierarchies index names, so Langium's index stays empty.

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
