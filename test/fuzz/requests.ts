import { registry } from '@sup/language';
import { type Outgoing, request } from './outgoing.js';
import { randomPosition, randomRange, wholeRange } from './places.js';
import { randomSnippet } from './texts.js';
import { someUri, type World } from './world.js';

/** Formatting options, sensible and absurd. */
const formattingOptions = [{ tabSize: 2, insertSpaces: true }, { tabSize: 4, insertSpaces: false }, { tabSize: 0, insertSpaces: true }, { tabSize: 2 ** 31 - 1, insertSpaces: true }];

const atPosition = ['completion', 'completion', 'hover', 'definition', 'references', 'documentHighlight', 'prepareRename', 'rename', 'rename', 'implementation', 'prepareTypeHierarchy', 'prepareCallHierarchy', 'linkedEditingRange', 'onTypeFormatting'];
const ofDocument = ['documentSymbol', 'foldingRange', 'codeLens', 'formatting', 'rangeFormatting', 'codeAction', 'codeAction', 'codeAction', 'inlayHint', 'documentLink', 'selectionRange'];

/** A request of the protocol, about any position in any document. */
export function protocolRequest(world: World, methods: ReadonlySet<string>): Outgoing {
    const { random, mirror } = world;
    if (random.isOneIn(15)) {
        return request('workspace/symbol', { query: random.of(['', 'SUP', 'o', '.*', '\0', '😀', randomSnippet(random)]) });
    }
    const uri = someUri(world);
    const document = mirror.document(uri);
    const textDocument = { uri };
    if (methods.has('semanticTokensProvider') && random.isOneIn(10)) {
        return request('textDocument/semanticTokens/full', { textDocument });
    }
    const method = random.of([...atPosition, ...ofDocument]);
    const options = random.of(formattingOptions);
    const params: Readonly<Record<string, () => object>> = {
        completion: () => ({ context: { triggerKind: 1 } }),
        references: () => ({ context: { includeDeclaration: random.isOneIn(2) } }),
        rename: () => ({ newName: random.of(['NEW', 'AAA', 'two words', '', '  ', '"quoted"', '"', 'site', '1a', randomSnippet(random)]) }),
        formatting: () => ({ options }),
        rangeFormatting: () => ({ options, range: randomRange(random, document) }),
        onTypeFormatting: () => ({ options, ch: random.of(['}', '\n', '']) }),
        inlayHint: () => ({ range: randomRange(random, document) }),
        selectionRange: () => ({ positions: [randomPosition(random, document), randomPosition(random, document)] }),
        codeAction: () => codeAction(world, uri)
    };
    const position = atPosition.includes(method) ? { position: randomPosition(random, document) } : {};
    return request(`textDocument/${method}`, { textDocument, ...position, ...params[method]?.() });
}

/** A request for fixes. The diagnostics of the moment depend on timing, so it names rules that may have reported something. */
function codeAction({ random, mirror }: World, uri: string): object {
    const document = mirror.document(uri);
    const range = random.isOneIn(2) ? wholeRange(document) : randomRange(random, document);
    const diagnostics = Array.from({ length: random.between(0, 6) }, () => ({
        range: random.isOneIn(3) ? randomRange(random, document) : range, message: 'found', source: random.isOneIn(10) ? 'other' : 'sup',
        code: random.isOneIn(20) ? random.of<unknown>(['no-such-rule', 'toString', 5, undefined]) : random.of(registry).id
    }));
    const only = random.isOneIn(3) ? { only: [random.of(['quickfix', 'source.fixAll', 'source.fixAll.sup', 'source', '', 'refactor'])] } : {};
    return { range, context: { diagnostics, ...only } };
}
