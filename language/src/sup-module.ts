import { errorStack, type Site } from '@sup/model';
import { inject, type LangiumCoreServices, type LangiumDocument, type Module, type URI } from 'langium';
import type { CodeLens } from 'vscode-languageserver-types';
import { createDefaultModule, createDefaultSharedModule, type DefaultSharedModuleContext, type LangiumSharedServices, type PartialLangiumServices, type PartialLangiumSharedServices } from 'langium/lsp';
import { SupGeneratedModule, SupGeneratedSharedModule } from './syntax/generated/module.js';
import { SupCodeActionProvider } from './lsp/code-actions.js';
import { SupCommentProvider } from './lsp/comments.js';
import { SupCompletionProvider } from './lsp/completion/completion.js';
import { SupDocumentLinkProvider } from './lsp/document-links.js';
import { SupDocumentSymbolProvider } from './lsp/document-symbols.js';
import { SupDocumentValidator } from './linter/document-validator.js';
import { SupFoldingRangeProvider } from './lsp/folding.js';
import { SupFormatter } from './lsp/formatter.js';
import { SupHoverProvider } from './lsp/hover/hover.js';
import { SupImplementationProvider } from './lsp/implementation.js';
import { SupInlayHintProvider } from './lsp/inlay-hints.js';
import { SupLanguageServer } from './lsp/language-server.js';
import { SupNodeKindProvider } from './lsp/node-kind.js';
import { SupSiteHierarchyProvider } from './lsp/site-hierarchy.js';
import { SupSynchronizationHierarchyProvider } from './lsp/synchronization-hierarchy.js';
import { SupRenameProvider } from './lsp/rename-provider.js';
import { SupSemanticTokenProvider } from './lsp/semantic-tokens.js';
import type { ConfiguredLayout } from './lsp/style.js';
import { WorkspaceEdits } from './lsp/workspace-edits.js';
import { SupWorkspaceSymbolProvider } from './lsp/workspace-symbols.js';
import { perGrammar } from './syntax/parser/per-grammar.js';
import { SupParserErrors } from './syntax/parser/parser-errors.js';
import { SafeParser } from './syntax/parser/safe-parser.js';
import { SupLexer } from './syntax/parser/sup-lexer.js';
import { SupTokenBuilder } from './syntax/parser/sup-token-builder.js';
import { SupValueConverter } from './syntax/parser/value-converter.js';
import { FastParser } from './syntax/fast-parser/fast-parser.js';
import { SupLinker } from './analysis/references/linker.js';
import { NoReferenceDescriptions, NoSymbols } from './analysis/references/no-index.js';
import { SupReferences } from './analysis/references/references.js';
import { defaultRuleSettings, type RuleSettings } from './config/levels.js';
import { Linter } from './linter/linter.js';
import type { AddedAnalysisServices } from './analysis/services.js';
import type { AddedLinterServices } from './linter/services.js';
import type { AddedEditorServices, SupServices } from './lsp/services.js';
import { SupDocumentBuilder } from './analysis/workspace/document-builder.js';
import { SupDocumentFactory } from './analysis/workspace/document-factory.js';
import { SupDocumentUpdateHandler } from './analysis/workspace/document-update-handler.js';
import { SupFileOperations } from './analysis/workspace/file-operations.js';
import { SupDocuments } from './analysis/workspace/documents.js';
import { Hierarchies } from './analysis/workspace/hierarchies.js';
import { defaultMaxLineLength } from './syntax/layout.js';
import { noPlanFolders, type PlanFolders } from './analysis/workspace/plan-folders.js';
import { createTextDocuments } from './analysis/workspace/text-documents.js';
import { SupWorkspaceManager } from './analysis/workspace/workspace-manager.js';

/** The dependencies of the language on the process it runs in. All have defaults for tests. */
export interface SupContext extends DefaultSharedModuleContext {
    /** Today as `YYYY-MM-DD`; by default, accepted risks never end. */
    today?: () => string;
    /** The rule levels for a document. */
    settingsFor?: (uri: URI) => RuleSettings;
    /** The layout that a file next to a plan configures; by default, none. */
    configuredLayout?: (uri: URI) => ConfiguredLayout;
    /** The folders that are plans by themselves. */
    planFolders?: PlanFolders;
    /** Logs an internal error. */
    report?: (message: string) => void;
    /** Returns the address of a document of this project, such as `scenarios.md`; by default, the one on the web. */
    documentation?: (page: string) => string;
    /** Whether the client has the command that explains a problem. */
    explainsProblems?: () => boolean;
    /** The command of the client that opens the list of completions; by default, it has none. */
    suggestCommand?: () => string | undefined;
    /** The longest time until the last client of a site has a new update, in words; undefined if it would take long to find. */
    boundOf?: (document: LangiumDocument, site: Site) => string | undefined;
    /** Whether `Accept risk…` may ask the client for the reason. */
    asksForReason?: () => boolean;
    /** Whether *Duplicate* may ask the client for the codes and the title of the copy. */
    asksForCodes?: () => boolean;
    /** The code lenses of a document, if the process offers any. */
    codeLenses?: (document: LangiumDocument) => CodeLens[] | Promise<CodeLens[]>;
}

const lexers = perGrammar<LangiumCoreServices, SupLexer>(services => new SupLexer(services));

type SupAddedServices = AddedAnalysisServices & AddedLinterServices & AddedEditorServices;

/** The address of the documents on the web. */
export const documentationAddress = 'https://github.com/sup-topology/sup-topology/blob/v0.1.0/docs';

function createSharedModule(report: (message: string) => void): Module<LangiumSharedServices, PartialLangiumSharedServices> {
    return {
        workspace: {
            LangiumDocumentFactory: services => new SupDocumentFactory(services, report),
            LangiumDocuments: services => new SupDocuments(services),
            DocumentBuilder: services => new SupDocumentBuilder(services),
            TextDocuments: () => createTextDocuments(),
            WorkspaceManager: services => new SupWorkspaceManager(services, report)
        },
        lsp: {
            LanguageServer: services => new SupLanguageServer(services),
            NodeKindProvider: () => new SupNodeKindProvider(),
            WorkspaceSymbolProvider: services => new SupWorkspaceSymbolProvider(services),
            DocumentUpdateHandler: services => new SupDocumentUpdateHandler(services, report),
            FileOperationHandler: services => new SupFileOperations(services)
        }
    };
}

function createSupModule(context: SupContext, report: (message: string) => void): Module<SupServices, PartialLangiumServices & SupAddedServices> {
    const { codeLenses } = context;
    return {
        parser: {
            TokenBuilder: () => new SupTokenBuilder(),
            Lexer: lexers.of,
            ValueConverter: () => new SupValueConverter(),
            ParserErrorMessageProvider: () => new SupParserErrors(),
            // LangiumParser is a class, but Langium's services call only its `parse`.
            LangiumParser: services => new SafeParser(services),
            FastParser: services => new FastParser(
                services.Grammar,
                (name, node) => services.references.Linker.lookUp(name, node),
                error => report(`Internal error in the fast parser. The slower parser is used instead, so results are not affected. ${errorStack(error)}`)
            )
        },
        references: {
            Linker: services => new SupLinker(services),
            References: services => new SupReferences(services),
            ScopeComputation: () => new NoSymbols()
        },
        workspace: {
            ReferenceDescriptionProvider: () => new NoReferenceDescriptions()
        },
        validation: {
            DocumentValidator: services => new SupDocumentValidator(services)
        },
        documentation: {
            CommentProvider: services => new SupCommentProvider(services)
        },
        lsp: {
            ...(codeLenses ? { CodeLensProvider: () => ({ provideCodeLens: document => codeLenses(document) }) } : {}),
            CallHierarchyProvider: services => new SupSynchronizationHierarchyProvider(services),
            CodeActionProvider: services => new SupCodeActionProvider(services),
            CompletionProvider: services => new SupCompletionProvider(services),
            DocumentLinkProvider: services => new SupDocumentLinkProvider(services),
            DocumentSymbolProvider: services => new SupDocumentSymbolProvider(services),
            FoldingRangeProvider: () => new SupFoldingRangeProvider(),
            Formatter: services => new SupFormatter(services),
            HoverProvider: services => new SupHoverProvider(services),
            ImplementationProvider: services => new SupImplementationProvider(services),
            InlayHintProvider: services => new SupInlayHintProvider(services),
            RenameProvider: services => new SupRenameProvider(services),
            SemanticTokenProvider: () => new SupSemanticTokenProvider(),
            TypeHierarchyProvider: services => new SupSiteHierarchyProvider(services),
            WorkspaceEdits: services => new WorkspaceEdits(services),
            configuredLayout: () => context.configuredLayout ?? (() => ({})),
            lineLengthOf: services => ({ uri }) => services.lsp.configuredLayout(uri).maxLineLength ?? defaultMaxLineLength,
            asksForReason: () => context.asksForReason ?? (() => false),
            asksForCodes: () => context.asksForCodes ?? (() => false),
            boundOf: () => context.boundOf ?? (() => undefined),
            explainsProblems: () => context.explainsProblems ?? (() => false),
            suggestCommand: () => context.suggestCommand ?? (() => undefined)
        },
        analysis: {
            hierarchies: services => new Hierarchies(services.shared, services.analysis.planFolders),
            planFolders: () => context.planFolders ?? noPlanFolders,
            staleAmong: services => documents => services.linter.rules.staleAmong(documents),
            report: () => report
        },
        linter: {
            rules: services => new Linter(services.analysis.hierarchies, {
                today: context.today ?? (() => '0000-00-00'),
                settingsFor: context.settingsFor ?? (() => defaultRuleSettings),
                report,
                parse: (text, uri) => services.shared.workspace.LangiumDocumentFactory.fromString(text, uri),
                lineLengthOf: document => services.lsp.lineLengthOf(document)
            }),
            documentation: () => context.documentation ?? (page => `${documentationAddress}/${page}`)
        }
    };
}

/** Creates the services of the language: the shared ones of the workspace, and its own. */
export function createSupServices(context: SupContext): { shared: LangiumSharedServices; Sup: SupServices } {
    const report = context.report ?? (() => undefined);
    const shared = inject(createDefaultSharedModule(context), SupGeneratedSharedModule, createSharedModule(report));
    const Sup = inject(createDefaultModule({ shared }), SupGeneratedModule, createSupModule(context, report));
    shared.ServiceRegistry.register(Sup);
    if (!context.connection) {
        void shared.workspace.ConfigurationProvider.initialized({});
    }
    return { shared, Sup };
}
