import { inject, type Module } from 'langium';
import { createDefaultModule, createDefaultSharedModule, type DefaultSharedModuleContext, type LangiumServices, type LangiumSharedServices, type PartialLangiumServices } from 'langium/lsp';
import type { LangiumParser } from 'langium';
import { SupGeneratedModule, SupGeneratedSharedModule } from './generated/module.js';
import { SafeParser } from './parser/safe-parser.js';
import { SupLexer } from './parser/sup-lexer.js';
import { SupTokenBuilder } from './parser/sup-token-builder.js';
import { SupValueConverter } from './parser/value-converter.js';

const SupModule: Module<LangiumServices, PartialLangiumServices> = {
    parser: {
        TokenBuilder: () => new SupTokenBuilder(),
        Lexer: services => new SupLexer(services),
        ValueConverter: () => new SupValueConverter(),
        // LangiumParser is a class; of it, Langium's own services call `parse` only.
        LangiumParser: services => new SafeParser(services) as unknown as LangiumParser
    }
};

export function createSupServices(context: DefaultSharedModuleContext): { shared: LangiumSharedServices; Sup: LangiumServices } {
    const shared = inject(createDefaultSharedModule(context), SupGeneratedSharedModule);
    const Sup = inject(createDefaultModule({ shared }), SupGeneratedModule, SupModule);
    shared.ServiceRegistry.register(Sup);
    if (!context.connection) {
        shared.workspace.ConfigurationProvider.initialized({});
    }
    return { shared, Sup };
}
