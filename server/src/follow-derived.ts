import { DocumentState } from 'langium';
import type { LangiumSharedServices } from 'langium/lsp';
import type { Connection } from 'vscode-languageserver';

/**
 * Asks the client to request inlay hints and code lenses again when a setting changes, and after each check: both depend on the whole plan, so a
 * change in one file affects those of the others.
 */
export function followDerived(connection: Connection, shared: LangiumSharedServices): void {
    const { ConfigurationProvider, DocumentBuilder } = shared.workspace;
    const supported = { hints: false, lenses: false };
    const shown = { hints: false, lenses: false };
    shared.lsp.LanguageServer.onInitialize(({ capabilities: { workspace } }) => {
        supported.hints = workspace?.inlayHint?.refreshSupport === true;
        supported.lenses = workspace?.codeLens?.refreshSupport === true;
    });
    const refresh = async (): Promise<void> => {
        const isAnyOn = (settings: unknown): boolean => typeof settings === 'object' && settings !== null && Object.values(settings).includes(true);
        const hints: unknown = await ConfigurationProvider.getConfiguration('sup', 'inlayHints');
        const lenses: unknown = await ConfigurationProvider.getConfiguration('sup', 'codeLens');
        // After the last one is turned off, the client has to request them once more.
        const [showsHints, showsLenses] = [isAnyOn(hints), isAnyOn(lenses)];
        const wanted = { hints: showsHints || shown.hints, lenses: showsLenses || shown.lenses };
        Object.assign(shown, { hints: showsHints, lenses: showsLenses });
        if (supported.hints && wanted.hints) {
            void Promise.resolve(connection.languages.inlayHint.refresh()).catch(() => undefined);
        }
        if (supported.lenses && wanted.lenses) {
            void connection.sendRequest('workspace/codeLens/refresh').catch(() => undefined);
        }
    };
    ConfigurationProvider.onConfigurationSectionUpdate(({ section }) => {
        if (section === 'sup') {
            void refresh();
        }
    });
    DocumentBuilder.onBuildPhase(DocumentState.Validated, () => void refresh());
}
