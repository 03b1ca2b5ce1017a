import type { GrammarAST, LangiumCoreServices } from 'langium';

/**
 * Shares a service among all instances of the language, because analyzing the grammar takes longer than checking a small plan. The service
 * must depend on nothing but the grammar, and keep no state between calls.
 */
export function perGrammar<S extends Pick<LangiumCoreServices, 'Grammar'>, T>(create: (services: S) => T): { of: (services: S) => T; discard: (services: S) => void } {
    const created = new WeakMap<GrammarAST.Grammar, T>();
    return {
        of: services => {
            const found = created.get(services.Grammar);
            if (found !== undefined) {
                return found;
            }
            const added = create(services);
            created.set(services.Grammar, added);
            return added;
        },
        discard: services => created.delete(services.Grammar)
    };
}
